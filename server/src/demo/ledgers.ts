import { type ApprovalGroup, type StepEntry, type UpdateApprovalStep, updateOf } from '#shared/approvals/schema.ts';
import { addWorkdays, nextWorkday, type WorkCalendar } from '#shared/calendar/workdays.ts';
import { addDays, type Day, daysBetween, earlier, instantAt, later } from '#shared/kit/calendar.ts';
import type { Diary } from './diary.ts';
import type { Town } from './doors.ts';
import type { PlaceKey } from './places.ts';
import type { Known } from './projects.ts';
import { approvalSteps, lateSteps } from './words.ts';

export type Ledger = { diary: Diary; town: Town; calendar: WorkCalendar; today: Day; isThin: boolean };
type Template = readonly [name: string, group: ApprovalGroup, agency: PlaceKey | 'office', limit: number];

function stepOf(town: Town, project: Known, [name, group, agency, limit]: Template) {
  return {
    projectId: project.id,
    name,
    group,
    agencyUnitId: agency === 'office' ? town.officeUnitId : town.unitOf(agency),
    limitDays: limit,
    limitUnit: 'workday',
    state: 'pending',
    acceptedOn: null,
    dueOn: null,
    doneOn: null,
    documentNumber: null,
    tolerantUntil: null,
  } as const;
}

/** The steps of one project: those before its start, and what comes up while it is built. */
export async function tellApprovals(ledger: Ledger, project: Known): Promise<void> {
  const { isThin, today } = ledger;
  const { createdOn, actualStart, draw } = project;
  const hasBegun = actualStart !== null && actualStart <= createdOn;
  const templates = isThin ? approvalSteps.slice(-2) : project.stage === 'planned' ? approvalSteps.slice(0, 2) : approvalSteps;
  const end = actualStart ?? addDays(today, 40);
  const span = Math.max(8, daysBetween(createdOn, end) - 6);
  for (const [at, template] of templates.entries()) {
    if (hasBegun && template[2] === 'environment') continue;
    const isLast = template[1] === 'completion';
    if (hasBegun && !isLast) await enterDone(ledger, project, template, addDays(actualStart, -60 + at * 8));
    else await follow(ledger, project, template, isLast ? null : addDays(createdOn, Math.floor((span * at) / templates.length) + 1), 0);
  }
  if (hasBegun && !isThin) {
    for (let nth = draw.whole(0, 2); nth > 0; nth--) {
      const acceptedOn = addDays(createdOn, draw.whole(6, Math.max(7, daysBetween(createdOn, today) - 40)));
      await schedule(ledger, project, draw.pick(lateSteps), acceptedOn, draw.chance(0.2) ? draw.whole(1, 6) : 0);
    }
  }
  await tellToday(ledger, project);
}

/** A step that was done before the list was begun. */
async function enterDone({ town }: Ledger, project: Known, template: Template, doneOn: Day): Promise<void> {
  await town.as('office').approvals.create({
    ...stepOf(town, project, template),
    state: 'done',
    acceptedOn: addDays(doneOn, -5),
    doneOn,
    documentNumber: `示${template[1] === 'land' ? '发改' : '建'}〔${doneOn.slice(0, 4)}〕${project.draw.whole(10, 280)}号`,
  });
}

/** Writes a step down as still to be done, and lets it run its way from a day on; null leaves it waiting. */
async function follow(ledger: Ledger, project: Known, template: Template, acceptedOn: Day | null, lateBy: number): Promise<void> {
  const { diary, town, calendar } = ledger;
  const officer = () => town.officerOf(project.place).approvals;
  // The limit is the office's to set, so the office lists the step, and the unit tells how it goes.
  const step = updateOf(await town.as('office').approvals.create(stepOf(town, project, template)));
  if (acceptedOn === null) return;
  const limit = template[3];
  const accepted = nextWorkday(calendar, acceptedOn).day;
  const spent = lateBy > 0 ? limit + lateBy : project.draw.whole(Math.ceil(limit / 3), limit);
  const done = addWorkdays(calendar, accepted, spent).day;
  // 施工许可 must be there before the start whatever the clock says.
  const { actualStart, createdOn } = project;
  const isBeforeStart = actualStart !== null && actualStart > createdOn && accepted < actualStart;
  const doneOn = isBeforeStart ? later(accepted, earlier(done, addDays(actualStart, -1))) : done;
  const running: UpdateApprovalStep = { ...step, state: 'accepted', acceptedOn: accepted };
  diary.at(instantAt(accepted, '10:20'), async () => {
    await officer().update(running);
  });
  diary.at(instantAt(doneOn, '16:10'), async () => {
    await officer().update({
      ...running,
      state: 'done',
      doneOn,
      documentNumber: `示审〔${doneOn.slice(0, 4)}〕${project.draw.whole(10, 900)}号`,
      version: 2,
    });
  });
}

/** The same for a step that comes up later. */
function schedule(ledger: Ledger, project: Known, template: Template, acceptedOn: Day, lateBy: number): Promise<void> {
  ledger.diary.at(instantAt(addDays(acceptedOn, -1), '11:00'), () => follow(ledger, project, template, acceptedOn, lateBy));
  return Promise.resolve();
}

/** What is under way today: overdue where the lamp says so, otherwise in time, tolerated, or waiting for papers. */
async function tellToday(ledger: Ledger, project: Known): Promise<void> {
  const { calendar, today } = ledger;
  const before = (workdays: number): Day => addWorkdays(calendar, today, -workdays).day;
  const template = lateSteps[project.index % lateSteps.length] ?? lateSteps[0];
  if (project.cause === 'approvals') {
    const lateBy = project.lamp === 'red' ? 7 : 3;
    // Accepted and never done: so late that its end lies ahead.
    return schedule(ledger, project, template, before(template[3] + lateBy), lateBy + 30);
  }
  if (project.lamp !== 'green' || project.stage !== 'building') return;
  const { diary, town } = ledger;
  const turn = project.index % 9;
  if (turn === 1) return schedule(ledger, project, template, before(2), 20);
  if (turn !== 4 && turn !== 7) return;
  const acceptedOn = before(4);
  diary.at(instantAt(acceptedOn, '09:40'), async () => {
    const step = await town.as('office').approvals.create(stepOf(town, project, template));
    const tell = (entry: StepEntry, version = step.version) =>
      town.officerOf(project.place).approvals.tell({ id: step.id, version, entry, documentNumber: null, validUntil: null });
    if (turn === 4) {
      await tell({ kind: 'tolerated', on: acceptedOn, papers: ['建设单位承诺书原件', '用地权属证明'], until: addDays(today, 12) });
      return;
    }
    const { version } = await tell({ kind: 'accepted', on: acceptedOn });
    const stoppedOn = before(1);
    diary.at(instantAt(stoppedOn, '15:00'), async () => {
      await tell({ kind: 'stopped', on: stoppedOn, cause: 'supplement', note: '申请表缺法定代表人签章' }, version);
    });
  });
}
