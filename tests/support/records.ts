import type { Day, Instant, Month, Quarter, Week } from '#shared/kit/calendar.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import { type Money, wan } from '#shared/kit/money.ts';
import { between, type OrderKey } from '#shared/kit/rank.ts';
import { defaultView } from '#shared/ledgers/view.ts';
import type { World } from './world.ts';

/** One id of each kind that an input can name. */
export type Records = { [Kind in IdKind]?: Id<Kind> };

/** Puts one record of each kind into a district, straight into its tables: what stands there is nobody's business elsewhere. */
export async function oneOfEach(
  world: World,
  place: { districtId: Id<'unit'>; unitId: Id<'unit'>; accountId: Id<'account'> },
): Promise<Records> {
  const { db, newId: make, clock } = world;
  const { districtId, unitId, accountId } = place;
  const day = '2026-10-29' as Day;
  const month = '2026-10' as Month;
  const quarter = '2026-Q4' as Quarter;
  const week = '2026-W44' as Week;
  const key: OrderKey = between(null, null);
  const at: Instant = clock.now;
  const version = 1;
  const ofProject = await projectRecords(world, place);
  const projectId = ofProject.project;

  const contact = make('contact');
  await db.insertInto('contact').values({ id: contact, unitId, name: '联系人', duty: null, phone: null, email: null, version }).execute();
  const dispatch = make('dispatch');
  await db
    .insertInto('dispatch')
    .values({
      ...{ id: dispatch, districtId, kind: 'webhook', recipients: null, subject: '催报', text: '催报', madeAt: at, state: 'failed' },
      ...{ attempts: 7, nextAt: at, sentAt: null, error: 'HTTP 500', version },
    })
    .execute();
  const display = make('display');
  await db
    .insertInto('display_link')
    .values({ id: display, districtId, name: '屏', tokenHash: display, createdAt: at, seenAt: null, revokedAt: null, version })
    .execute();
  const { id: seriesId } = await db
    .selectFrom('meeting_series')
    .select('id')
    .where('districtId', '=', districtId)
    .executeTakeFirstOrThrow();
  const meeting = make('meeting');
  await db
    .insertInto('meeting')
    .values({
      ...{ id: meeting, seriesId, districtId, week, year: 2026, number: 1, day, time: '09:00', place: '一号会议室' },
      ...{ length: 90, host: null, attendees: null, state: 'open', openedAt: at, closedAt: null, documentId: null, version },
    })
    .execute();
  const agendaItem = make('agendaItem');
  await db
    .insertInto('agenda_item')
    .values({ id: agendaItem, meetingId: meeting, projectId, title: '议题', reason: null, minutes: 5, orderKey: key, version })
    .execute();
  const agendaRequest = make('agendaRequest');
  await db
    .insertInto('agenda_request')
    .values({
      ...{ id: agendaRequest, districtId, seriesId, projectId, text: '提请研究', isLeader: 0, unitId, byId: accountId, byName: '罗科员' },
      ...{ askedAt: at, agendaItemId: null, declinedAt: null, declinedReason: null, version },
    })
    .execute();
  const remark = make('remark');
  await db
    .insertInto('remark')
    .values({
      ...{ id: remark, districtId, projectId, meetingId: meeting, agendaItemId: agendaItem, leaderName: '郑副区长', text: '抓紧' },
      ...{ writtenAt: at, writtenByName: '宋科长', version },
    })
    .execute();
  const decision = make('decision');
  await db
    .insertInto('decision')
    .values({
      ...{ id: decision, districtId, meetingId: meeting, agendaItemId: agendaItem, projectId, text: '议定', ownerUnitId: unitId },
      ...{ helperUnitIds: '[]', supervisor: null, dueOn: day, state: 'open', doneOn: null, version },
    })
    .execute();
  const bulletin = make('bulletin');
  await db
    .insertInto('bulletin')
    .values({
      ...{ id: bulletin, districtId, month, year: 2026, state: 'drafting', number: null, draftedBy: null, reviewedBy: null },
      ...{ signedBy: null, signedByName: null, issuedAt: null, documentId: null, version },
    })
    .execute();
  const nomination = make('nomination');
  await db
    .insertInto('nomination')
    .values({ id: nomination, bulletinId: bulletin, projectId, kind: 'praise', orderKey: key, version })
    .execute();
  const inspection = make('inspection');
  await db
    .insertInto('inspection')
    .values({
      ...{ id: inspection, districtId, quarter, day, state: 'open', redPerGroup: 1, blackPerGroup: 1, closedAt: null, version },
      criteria: JSON.stringify([{ id: 'a', name: '进度', hint: null, weight: 100 }]),
      groups: JSON.stringify([{ id: 'all', name: '全部' }]),
    })
    .execute();
  const entry = make('entry');
  await db.insertInto('entry').values({ id: entry, inspectionId: inspection, projectId, groupId: 'all', routeKey: key, version }).execute();
  const flag = make('flag');
  await db
    .insertInto('flag')
    .values({
      id: flag,
      districtId,
      quarter,
      projectId,
      unitId: null,
      colour: 'red',
      state: 'proposed',
      basis: '',
      signedByName: null,
      version,
    })
    .execute();
  const document = make('document');
  await db
    .insertInto('document')
    .values({
      id: document,
      districtId,
      kind: 'minutes',
      period: week,
      year: 2026,
      number: 1,
      title: '纪要',
      model: '{}',
      attempt: 1,
      issuedAt: at,
    })
    .execute();
  const report = make('report');
  await db
    .insertInto('report')
    .values({
      ...{ id: report, districtId, about: 'project', projectId, title: null, projectIds: null, state: 'drafting', toUnits: 1, edits: '[]' },
      ...{ draftedByName: '宋科长', draftedAt: at, number: null, documentId: null, issuedAt: null, correctsId: null, correctsWhy: null },
      version,
    })
    .execute();
  const importBatch = make('importBatch');
  await db
    .insertInto('import_batch')
    .values({
      ...{ id: importBatch, districtId, kind: 'key-projects', fileName: 'a.xlsx', sha256: '0'.repeat(64), reading: '{}' },
      ...{ createdAt: at, createdBy: accountId, appliedAt: null, undoneAt: null, correction: null, version },
    })
    .execute();
  const savedView = make('savedView');
  await db
    .insertInto('saved_view')
    .values({
      ...{ id: savedView, districtId, accountId: null, place: 'progress', name: '全部', version },
      body: JSON.stringify(defaultView('progress')),
    })
    .execute();
  return {
    ...ofProject,
    ...{
      unit: unitId,
      account: accountId,
      contact,
      dispatch,
      display,
      meeting,
      agendaItem,
      agendaRequest,
      meetingSeries: seriesId,
      decision,
      remark,
      bulletin,
      nomination,
      inspection,
      entry,
      flag,
      document,
      report,
    },
    importBatch,
    savedView,
  };
}

/** A project of a unit with what hangs on it. */
export async function projectRecords(world: World, place: { districtId: Id<'unit'>; unitId: Id<'unit'> }) {
  const { db, newId: make, clock } = world;
  const version = 1;
  const { count } = await db
    .selectFrom('project')
    .select((built) => built.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const project = make('project');
  await db
    .insertInto('project')
    .values({
      ...{
        id: project,
        key: 900 + count,
        districtId: place.districtId,
        unitId: place.unitId,
        code: null,
        name: `示例项目${count}`,
        kind: 'key',
        level: 'district',
        track: 'approval',
      },
      ...{ yearClass: 'continued', category: null, location: null, content: null, leaderName: null, totalInvestment: wan(100) },
      ...{ plannedStart: null, plannedFinish: null, actualStart: null, actualFinish: null, stage: 'building', standing: 'active' },
      ...{ pinyin: 'shili', initials: 'sl', version },
    })
    .execute();
  const weeklyReturn = make('weeklyReturn');
  const none = 0 as Money;
  await db
    .insertInto('weekly_return')
    .values({
      ...{ id: weeklyReturn, projectId: project, districtId: place.districtId, week: '2026-W44' as Week, state: 'submitted' },
      ...{ doneThisWeek: none, doneThisYear: none, doneAtMonthEnd: null, progress: '', problem: null, nextStep: null, request: null },
      ...{ sentBackReason: null, submittedAt: clock.now, submittedBy: '罗科员', version },
    })
    .execute();
  const approvalStep = make('approvalStep');
  await db
    .insertInto('approval_step')
    .values({
      ...{
        id: approvalStep,
        projectId: project,
        name: '环评',
        stageGroup: 'land',
        agencyUnitId: null,
        limitDays: null,
        limitUnit: 'workday',
      },
      ...{ state: 'pending', acceptedOn: null, dueOn: null, doneOn: null, documentNumber: null, tolerantUntil: null },
      ...{ orderKey: between(null, null), version },
    })
    .execute();
  const siteVisit = make('siteVisit');
  await db
    .insertInto('site_visit')
    .values({
      id: siteVisit,
      projectId: project,
      visitedOn: '2026-10-29' as Day,
      visitors: '项目办',
      finding: 'incomplete',
      note: null,
      verifiedDone: null,
      reportedDone: null,
      version,
    })
    .execute();
  const lampExemption = make('lampExemption');
  await db
    .insertInto('lamp_exemption')
    .values({
      ...{ id: lampExemption, projectId: project, dimension: 'progress', kind: 'justified', reason: '征地', approvedBy: '指挥部' },
      ...{ approvedOn: '2026-10-29' as Day, until: null, byName: '', at: clock.now, withdrawnAt: null, withdrawnBy: null, version },
    })
    .execute();
  const signoff = make('signoff');
  await db
    .insertInto('signoff')
    .values({
      ...{
        id: signoff,
        projectId: project,
        reason: '',
        promisedOn: '2026-10-29' as Day,
        askedByName: '',
        askedAt: clock.now,
        state: 'asked',
      },
      ...{ decidedByName: null, decidedAt: null, remark: null, version },
    })
    .execute();
  const problem = make('problem');
  await db
    .insertInto('problem')
    .values({
      ...{ id: problem, projectId: project, title: '征迁', category: 'land', state: 'raised', rung: 'unit', raisedOn: '2026-10-29' as Day },
      ...{ dueOn: null, ownerUnitId: null, helperUnitIds: null, rungSince: '2026-10-29' as Day, solvedOn: null, closedOn: null, version },
    })
    .execute();
  const problemAnswer = make('problemAnswer');
  await db
    .insertInto('problem_answer')
    .values({
      ...{ id: problemAnswer, problemId: problem, text: '已对接', saysSolved: 0, answeredAt: clock.now, answeredByName: '罗科员' },
      ...{ sentBackAt: null, sentBackReason: null },
    })
    .execute();
  const file = make('file');
  await db
    .insertInto('file')
    .values({
      ...{ id: file, districtId: place.districtId, sha256: '0'.repeat(64), size: 1, mediaType: 'application/pdf', name: '批复.pdf' },
      ...{ receivedAt: clock.now, receivedBy: 'nobody' },
    })
    .execute();
  const attachment = make('attachment');
  await db
    .insertInto('attachment')
    .values({
      ...{ id: attachment, projectId: project, fileId: file, title: '批复', kind: 'approval', addedAt: clock.now, addedBy: '罗科员' },
      version,
    })
    .execute();
  return { project, weeklyReturn, approvalStep, problem, problemAnswer, siteVisit, lampExemption, signoff, file, attachment };
}
