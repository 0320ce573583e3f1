import { addDays, type Day, daysBetween, instantAt, later } from '#shared/kit/calendar.ts';
import { sum, wan } from '#shared/kit/money.ts';
import { updateOf } from '#shared/problems/flow.ts';
import { papersFor } from '#shared/registrations/papers.ts';
import { noFacts } from '#shared/registrations/rules.ts';
import type { RegistrationFacts, RegistrationPaper } from '#shared/registrations/schema.ts';
import type { Ledger } from './ledgers.ts';
import { places } from './places.ts';
import type { Known } from './projects.ts';
import { troubles } from './words.ts';

/** The problems of one project: those of the past run their way, those of a project in trouble stay open. */
export function tellProblems(ledger: Ledger, project: Known): void {
  const { today } = ledger;
  const { draw, createdOn, lamp, yearClass } = project;
  if (yearClass === 'reserve') return;
  const length = daysBetween(createdOn, today);
  const past = ledger.isThin ? 0 : draw.whole(0, 2);
  for (let nth = 0; nth < past; nth++) tellProblem(ledger, project, addDays(createdOn, draw.whole(3, Math.max(4, length - 12))), true);
  const open = lamp === 'red' ? draw.whole(1, 2) : lamp === 'yellow' ? draw.whole(0, 1) : draw.chance(0.12) ? 1 : 0;
  // A few were raised only yesterday: nobody has been told to solve them yet.
  if (project.index % 13 === 2) tellProblem(ledger, project, addDays(today, -1), false);
  for (let nth = 0; nth < open; nth++)
    tellProblem(ledger, project, addDays(today, -draw.whole(2, Math.min(50, Math.max(3, length - 3)))), false);
}

function tellProblem({ diary, town, today }: Ledger, project: Known, raisedOn: Day, endsWell: boolean): void {
  const { draw } = project;
  const [title, category] = draw.pick(troubles);
  const assignedOn = addDays(raisedOn, draw.whole(2, 4));
  const solvedOn = addDays(assignedOn, draw.whole(6, 35));
  const closedOn = addDays(solvedOn, draw.whole(1, 6));
  const rung = project.isTroubled ? 'leader' : draw.pick(['unit', 'office', 'office']);
  diary.at(instantAt(raisedOn, '11:30'), async () => {
    const raised = await town.officerOf(project.place).problems.raise({ projectId: project.id, title, category, raisedOn });
    const problem = updateOf(raised);
    const assigned = {
      ...problem,
      state: 'assigned',
      rung,
      ownerUnitId: town.unitOf(project.place),
      dueOn: addDays(raisedOn, 15),
    } as const;
    diary.at(instantAt(assignedOn, '09:20'), async () => {
      await town.as('office').problems.update(assigned);
    });
    if (!endsWell || solvedOn > today) return;
    const known = { id: raised.id, version: 2 };
    diary.at(instantAt(solvedOn, '17:10'), async () => {
      const said = { text: '已会同相关单位办结，现场具备施工条件', saysSolved: true, fileIds: [] };
      await town.officerOf(project.place).problems.answer({ ...known, ...said });
    });
    diary.at(instantAt(closedOn, '10:40'), async () => {
      await town.as('office').problems.update({ ...assigned, state: 'closed', solvedOn, closedOn, version: 3 });
    });
  });
}

/** 实地核查: what is finished was found so on site; of what is being built, a few sites have been looked at. */
export function tellVisits({ diary, town, today }: Ledger, project: Known): void {
  const { actualFinish, createdOn, draw, index, stage } = project;
  const finding = actualFinish === null ? 'incomplete' : 'complete';
  if (finding === 'incomplete' && (stage !== 'building' || index % 6 !== 1)) return;
  const wanted = actualFinish === null ? addDays(today, -draw.whole(10, 40)) : addDays(actualFinish, 1);
  const visitedOn = later(wanted, addDays(createdOn, 3));
  if (visitedOn > today) return;
  const visitors = '项目办、行业主管部门联合核查组';
  const note = finding === 'complete' ? '主体及配套已建成，现场与上报一致。' : '现场进度与上报基本一致，室外工程未完。';
  diary.at(instantAt(visitedOn, '16:00'), async () => {
    await town.as('office').visits.record({ projectId: project.id, visitedOn, visitors, finding, note });
  });
}

/** 入库: asked for soon after the start and entered some weeks later; where the lamp says so it came back, or its papers are still gathered. */
export async function tellRegistration({ diary, town }: Ledger, project: Known): Promise<void> {
  const { actualStart, createdOn, draw, cause, lamp, total } = project;
  if (actualStart === null || total < 500) return;
  const submittedOn = addDays(actualStart, draw.whole(5, 10));
  const registeredOn = addDays(submittedOn, draw.whole(7, 15));
  const papers = [...papersFor(wan(total))];
  const given = { projectId: project.id, note: null, papers, facts: factsOf(project, actualStart), version: 0 };
  const officer = () => town.officerOf(project.place).registrations;
  if (registeredOn <= createdOn) {
    await town.as('office').registrations.set({ ...given, submittedOn, registeredOn });
    return;
  }
  const first = instantAt(later(submittedOn, addDays(createdOn, 1)), '14:00');
  const isOwed = cause === 'registration';
  diary.at(first, async () => {
    if (isOwed && lamp === 'red') {
      await officer().set({ ...given, submittedOn: null, registeredOn: null, papers: papers.slice(0, 3), facts: noFacts });
    } else await officer().set({ ...given, submittedOn, registeredOn: null, ...(isOwed ? wronglyDeclared(given) : {}) });
  });
  if (isOwed && lamp === 'red') return;
  const second = { ...given, submittedOn, version: 1 };
  diary.at(instantAt(later(registeredOn, addDays(createdOn, 2)), '14:00'), async () => {
    if (!isOwed) await officer().set({ ...second, registeredOn });
    else {
      const back = { returnedOn: registeredOn, returnedReason: '申请表总投资与批文不一致，现场照片未注明拍摄时间，请补正后重报' };
      await officer().set({ ...second, ...wronglyDeclared(given), ...back, registeredOn: null });
    }
  });
}

/** What the papers of a project say; they agree. */
function factsOf({ place, total }: Known, actualStart: Day): RegistrationFacts {
  const owner = places.find(({ key }) => key === place)?.name ?? null;
  return {
    ...{ approvedFor: owner, declaredBy: owner, contractOwner: owner, approvedTotal: wan(total), declaredTotal: wan(total) },
    ...{ approvedOn: addDays(actualStart, -150), contractOn: addDays(actualStart, -12) },
  };
}

/** The same with the commonest mistake: the application gives another sum than the approval, and a paper is not there. */
function wronglyDeclared({ papers, facts }: { papers: RegistrationPaper[]; facts: RegistrationFacts }) {
  return {
    papers: papers.filter((paper) => paper !== 'photo'),
    facts: { ...facts, declaredTotal: facts.approvedTotal && sum([facts.approvedTotal, wan(500)]) },
  };
}
