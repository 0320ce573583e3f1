import { accountsRouter } from './accounts/router.ts';
import { approvalsRouter } from './approvals/router.ts';
import { attachmentsRouter } from './attachments/router.ts';
import { authRouter } from './auth/router.ts';
import { boardRouter } from './board/router.ts';
import { bulletinsRouter } from './bulletins/router.ts';
import { calendarRouter } from './calendar/router.ts';
import { channelsRouter } from './channels/router.ts';
import { contactsRouter } from './contacts/router.ts';
import { displaysRouter } from './displays/router.ts';
import { districtsRouter } from './districts/router.ts';
import { documentsRouter } from './documents/router.ts';
import { feedsRouter } from './feeds/router.ts';
import { figuresRouter } from './figures/router.ts';
import { flagsRouter } from './flags/router.ts';
import { homeRouter } from './home/router.ts';
import { importsRouter } from './imports/router.ts';
import { inspectionsRouter } from './inspections/router.ts';
import { scoresheetsRouter } from './inspections/sheets-router.ts';
import { lampsRouter } from './lamps/router.ts';
import { ledgersRouter } from './ledgers/router.ts';
import { limitsRouter } from './limits/router.ts';
import { liveRouter } from './live/router.ts';
import { agendaRouter } from './meetings/agenda-router.ts';
import { decisionsRouter } from './meetings/decision-router.ts';
import { meetingsRouter } from './meetings/router.ts';
import { seriesRouter } from './meetings/series-router.ts';
import { noticesRouter } from './notices/router.ts';
import { officersRouter } from './officers/router.ts';
import { paymentsRouter } from './payments/router.ts';
import { photosRouter } from './photos/router.ts';
import { preferencesRouter } from './preferences/router.ts';
import { problemsRouter } from './problems/router.ts';
import { projectsRouter } from './projects/router.ts';
import { registrationsRouter } from './registrations/router.ts';
import { remarksRouter } from './remarks/router.ts';
import { reportsRouter } from './reports/router.ts';
import { punctualityRouter } from './returns/punctuality-router.ts';
import { returnsRouter } from './returns/router.ts';
import { setupRouter } from './setup/router.ts';
import { signoffsRouter } from './signoffs/router.ts';
import { router } from './trpc.ts';
import { unitsRouter } from './units/router.ts';
import { viewsRouter } from './views/router.ts';
import { visitsRouter } from './visits/router.ts';

export const appRouter = router({
  accounts: accountsRouter,
  agenda: agendaRouter,
  approvals: approvalsRouter,
  attachments: attachmentsRouter,
  auth: authRouter,
  board: boardRouter,
  bulletins: bulletinsRouter,
  calendar: calendarRouter,
  channels: channelsRouter,
  contacts: contactsRouter,
  decisions: decisionsRouter,
  displays: displaysRouter,
  districts: districtsRouter,
  documents: documentsRouter,
  feeds: feedsRouter,
  figures: figuresRouter,
  flags: flagsRouter,
  home: homeRouter,
  imports: importsRouter,
  inspections: inspectionsRouter,
  lamps: lampsRouter,
  limits: limitsRouter,
  ledgers: ledgersRouter,
  live: liveRouter,
  meetings: meetingsRouter,
  notices: noticesRouter,
  officers: officersRouter,
  preferences: preferencesRouter,
  photos: photosRouter,
  problems: problemsRouter,
  projects: projectsRouter,
  registrations: registrationsRouter,
  remarks: remarksRouter,
  reports: reportsRouter,
  returns: returnsRouter,
  punctuality: punctualityRouter,
  scoresheets: scoresheetsRouter,
  series: seriesRouter,
  setup: setupRouter,
  signoffs: signoffsRouter,
  units: unitsRouter,
  views: viewsRouter,
  payments: paymentsRouter,
  visits: visitsRouter,
});

export type AppRouter = typeof appRouter;
