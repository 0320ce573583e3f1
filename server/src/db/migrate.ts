import { type Kysely, type Migration, Migrator } from 'kysely';
import type { DialectName } from './columns.ts';
import { people } from './migrations/001-people.ts';
import { events } from './migrations/002-events.ts';
import { projects } from './migrations/003-projects.ts';
import { ledgers } from './migrations/004-ledgers.ts';
import { meetings } from './migrations/005-meetings.ts';
import { lamps } from './migrations/006-lamps.ts';
import { inspections } from './migrations/007-inspections.ts';
import { imports } from './migrations/008-imports.ts';
import { keptImports } from './migrations/009-kept-imports.ts';
import { projectYears } from './migrations/010-project-years.ts';
import { files } from './migrations/011-files.ts';
import { taskForces } from './migrations/012-task-forces.ts';
import { calendarYears } from './migrations/013-calendar-years.ts';
import { notices } from './migrations/014-notices.ts';
import { duties } from './migrations/015-duties.ts';
import { ledgerViews } from './migrations/016-ledger-views.ts';
import { cutSums } from './migrations/017-cut-sums.ts';
import { gates } from './migrations/018-gates.ts';
import { returnWeeks } from './migrations/019-return-weeks.ts';
import { preferences } from './migrations/020-preferences.ts';
import { remarks } from './migrations/021-remarks.ts';
import { submissions } from './migrations/022-submissions.ts';
import { boundFiles } from './migrations/023-bound-files.ts';
import { lampHistory } from './migrations/024-lamp-history.ts';
import { decisionAnswers } from './migrations/025-decision-answers.ts';
import { savedViews } from './migrations/026-saved-views.ts';
import { approvalPlan } from './migrations/027-approval-plan.ts';
import { photos } from './migrations/028-photos.ts';
import { chases } from './migrations/029-chases.ts';
import { issuedAgain } from './migrations/030-issued-again.ts';
import { agendaProposals } from './migrations/031-agenda-proposals.ts';
import { meetingLength } from './migrations/032-meeting-length.ts';
import { bulletinDrafts } from './migrations/033-bulletin-drafts.ts';
import { problemLadder } from './migrations/034-problem-ladder.ts';
import { channels } from './migrations/035-channels.ts';
import { itemNotes } from './migrations/036-item-notes.ts';
import { calendarFeeds } from './migrations/037-calendar-feeds.ts';
import { registrationPapers } from './migrations/038-registration-papers.ts';
import { bulletinSteps } from './migrations/039-bulletin-steps.ts';
import { returnCourses } from './migrations/040-return-courses.ts';
import { documentReaders } from './migrations/041-document-readers.ts';
import { reports } from './migrations/042-reports.ts';
import { decisionWordings } from './migrations/043-decision-wordings.ts';
import { payments } from './migrations/044-payments.ts';
import { waitingIndexes } from './migrations/045-waiting-indexes.ts';
import { asOfMonthEnd } from './migrations/046-as-of-month-end.ts';
import { cutCorrections } from './migrations/047-cut-corrections.ts';
import { meetingSeries } from './migrations/048-meeting-series.ts';
import type { Database } from './tables.ts';

const steps: Record<string, (db: Kysely<unknown>, dialect: DialectName) => Promise<void>> = {
  '001_people': people,
  '002_events': events,
  '003_projects': projects,
  '004_ledgers': ledgers,
  '005_meetings': meetings,
  '006_lamps': lamps,
  '007_inspections': inspections,
  '008_imports': imports,
  '009_kept_imports': keptImports,
  '010_project_years': projectYears,
  '011_files': files,
  '012_task_forces': taskForces,
  '013_calendar_years': calendarYears,
  '014_notices': notices,
  '015_duties': duties,
  '016_ledger_views': ledgerViews,
  '017_cut_sums': cutSums,
  '018_gates': gates,
  '019_return_weeks': returnWeeks,
  '020_preferences': preferences,
  '021_remarks': remarks,
  '022_submissions': submissions,
  '023_bound_files': boundFiles,
  '024_lamp_history': lampHistory,
  '025_decision_answers': decisionAnswers,
  '026_saved_views': savedViews,
  '027_approval_plan': approvalPlan,
  '028_photos': photos,
  '029_chases': chases,
  '030_issued_again': issuedAgain,
  '031_agenda_proposals': agendaProposals,
  '032_meeting_length': meetingLength,
  '033_bulletin_drafts': bulletinDrafts,
  '034_problem_ladder': problemLadder,
  '035_channels': channels,
  '036_item_notes': itemNotes,
  '037_calendar_feeds': calendarFeeds,
  '038_registration_papers': registrationPapers,
  '039_bulletin_steps': bulletinSteps,
  '040_return_courses': returnCourses,
  '041_document_readers': documentReaders,
  '042_reports': reports,
  '043_decision_wordings': decisionWordings,
  '044_payments': payments,
  '045_waiting_indexes': waitingIndexes,
  '046_as_of_month_end': asOfMonthEnd,
  '047_cut_corrections': cutCorrections,
  '048_meeting_series': meetingSeries,
};

/** Brings the database to this version's shape. Forward only; safe to run at every start. */
export async function migrate(db: Database, dialect: DialectName): Promise<string[]> {
  const migrations: Record<string, Migration> = {};
  for (const [name, step] of Object.entries(steps)) migrations[name] = { up: (target) => step(target, dialect) };
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
