import type { ComponentType } from 'react';
import type { ProcedureName } from '#shared/auth/permissions.ts';
import { type Part, part } from '../kit/part.ts';
import { keptLanguage } from '../preferences/kept-language.ts';
import type { zh } from './frame-messages.ts';
import { loadWords } from './messages.ts';

type Page = Part<object>;

/** A page inside the frame: who may see it follows from the procedure that it cannot do without. */
export type AppRoute = { path: string; page: Page; needs: ProcedureName; nav?: keyof typeof zh.nav };

/** Splits a page off into a file of its own, loaded with its words when it is first opened. */
function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): Page {
  return part(async () => {
    const [file] = await Promise.all([load(), loadWords(keptLanguage())]);
    return file[name];
  });
}

/** The page that most people open: its words are there from the start. */
export const BoardPage = part(async () => (await import('../board/BoardPage.tsx')).BoardPage);

/** The pages in the order of the navigation; those without a nav word are reached from others. */
export const routes: readonly AppRoute[] = [
  { path: '/home', page: page(() => import('../home/HomePage.tsx'), 'HomePage'), needs: 'home.waiting', nav: 'home' },
  { path: '/', page: BoardPage, needs: 'board.snapshot', nav: 'board' },
  { path: '/returns', page: page(() => import('../returns/ReturnsPage.tsx'), 'ReturnsPage'), needs: 'returns.submit', nav: 'returns' },
  {
    path: '/returns/ledger',
    page: page(() => import('../returns/PunctualityPage.tsx'), 'PunctualityPage'),
    needs: 'punctuality.ledger',
  },
  { path: '/meetings', page: page(() => import('../meetings/MeetingPage.tsx'), 'MeetingPage'), needs: 'meetings.current', nav: 'meetings' },
  { path: '/meetings/console', page: page(() => import('../meetings/ConsolePage.tsx'), 'ConsolePage'), needs: 'meetings.show' },
  // An officer's way to the meetings is what they decided for the unit.
  {
    path: '/decisions/own',
    page: page(() => import('../meetings/DecisionsPage.tsx'), 'DecisionsPage'),
    needs: 'decisions.answer',
    nav: 'meetings',
  },
  { path: '/decisions', page: page(() => import('../meetings/DecisionsPage.tsx'), 'DecisionsPage'), needs: 'decisions.list' },
  { path: '/meetings/:week/words', page: page(() => import('../meetings/WordsPage.tsx'), 'WordsPage'), needs: 'meetings.draft' },
  { path: '/meetings/:week', page: page(() => import('../meetings/MeetingPage.tsx'), 'MeetingPage'), needs: 'meetings.get' },
  { path: '/ledgers', page: page(() => import('../ledgers/LedgerPage.tsx'), 'LedgerPage'), needs: 'ledgers.rows', nav: 'ledgers' },
  { path: '/ledgers/:ledger', page: page(() => import('../ledgers/LedgerPage.tsx'), 'LedgerPage'), needs: 'ledgers.rows' },
  {
    path: '/approvals',
    page: page(() => import('../approvals/WaitingPage.tsx'), 'WaitingPage'),
    needs: 'approvals.waiting',
    nav: 'approvals',
  },
  { path: '/approvals/counts', page: page(() => import('../approvals/JointPage.tsx'), 'JointPage'), needs: 'approvals.joint' },
  {
    path: '/approvals/counts/rows',
    page: page(() => import('../approvals/JointRowsPage.tsx'), 'JointRowsPage'),
    needs: 'approvals.jointRows',
  },
  { path: '/figures', page: page(() => import('../figures/FiguresPage.tsx'), 'FiguresPage'), needs: 'figures.view', nav: 'figures' },
  { path: '/figures/rows', page: page(() => import('../figures/RowsPage.tsx'), 'RowsPage'), needs: 'figures.rows' },
  {
    path: '/bulletins',
    page: page(() => import('../bulletins/BulletinPage.tsx'), 'BulletinPage'),
    needs: 'bulletins.view',
    nav: 'bulletins',
  },
  { path: '/bulletins/cosign', page: page(() => import('../bulletins/CosignPage.tsx'), 'CosignPage'), needs: 'bulletins.toCosign' },
  {
    path: '/bulletins/versions/:month',
    page: page(() => import('../bulletins/VersionsPage.tsx'), 'VersionsPage'),
    needs: 'bulletins.version',
  },
  { path: '/reports', page: page(() => import('../reports/ReportsPage.tsx'), 'ReportsPage'), needs: 'reports.list' },
  { path: '/reports/:id', page: page(() => import('../reports/ReportPage.tsx'), 'ReportPage'), needs: 'reports.view' },
  { path: '/documents', page: page(() => import('../documents/RegisterPage.tsx'), 'RegisterPage'), needs: 'documents.register' },
  {
    path: '/inspections',
    page: page(() => import('../inspections/InspectionPage.tsx'), 'InspectionPage'),
    needs: 'inspections.results',
    nav: 'inspections',
  },
  {
    path: '/inspections/:quarter',
    page: page(() => import('../inspections/InspectionPage.tsx'), 'InspectionPage'),
    needs: 'inspections.results',
  },
  { path: '/score', page: page(() => import('../inspections/ScorePage.tsx'), 'ScorePage'), needs: 'scoresheets.mine', nav: 'inspections' },
  { path: '/projects/new', page: page(() => import('../projects/NewProjectPage.tsx'), 'NewProjectPage'), needs: 'projects.create' },
  { path: '/projects/carry', page: page(() => import('../projects/CarryPage.tsx'), 'CarryPage'), needs: 'projects.carryOver' },
  { path: '/projects/:id/:tab?', page: page(() => import('../projects/ProjectPage.tsx'), 'ProjectPage'), needs: 'projects.page' },
  { path: '/lamps', page: page(() => import('../lamps/MonthPage.tsx'), 'MonthPage'), needs: 'lamps.month' },
  { path: '/lamps/:month', page: page(() => import('../lamps/MonthPage.tsx'), 'MonthPage'), needs: 'lamps.month' },
  { path: '/problems', page: page(() => import('../problems/ProblemsPage.tsx'), 'ProblemsPage'), needs: 'problems.listed' },
  { path: '/import', page: page(() => import('../imports/ImportPage.tsx'), 'ImportPage'), needs: 'imports.preview' },
  { path: '/displays', page: page(() => import('../displays/DisplaysPage.tsx'), 'DisplaysPage'), needs: 'displays.list' },
  { path: '/notices', page: page(() => import('../notices/NoticesPage.tsx'), 'NoticesPage'), needs: 'notices.list' },
  { path: '/settings', page: page(() => import('../settings/SettingsPage.tsx'), 'SettingsPage'), needs: 'units.update', nav: 'settings' },
  { path: '/settings/rules/edit', page: page(() => import('../lamps/RuleEditorPage.tsx'), 'RuleEditorPage'), needs: 'lamps.adopt' },
  { path: '/settings/:part', page: page(() => import('../settings/SettingsPage.tsx'), 'SettingsPage'), needs: 'units.update' },
];

/** Pages without the frame: before anybody is signed in, for a screen, or for paper. */
export const bareRoutes: readonly { path: string; page: Page }[] = [
  { path: '/setup', page: page(() => import('../setup/SetupPage.tsx'), 'SetupPage') },
  { path: '/screen', page: page(() => import('../meetings/ScreenPage.tsx'), 'ScreenPage') },
  { path: '/print/bulletin/:month', page: page(() => import('../bulletins/BulletinPrintPage.tsx'), 'BulletinPrintPage') },
  { path: '/print/meetings/:week/:handout', page: page(() => import('../meetings/HandoutPage.tsx'), 'HandoutPage') },
  { path: '/print/decisions', page: page(() => import('../meetings/DecisionsPrintPage.tsx'), 'DecisionsPrintPage') },
  { path: '/print/ledgers/:ledger', page: page(() => import('../ledgers/LedgerPrintPage.tsx'), 'LedgerPrintPage') },
  { path: '/print/approvals/:id', page: page(() => import('../approvals/PlanPrintPage.tsx'), 'PlanPrintPage') },
  { path: '/print/project/:id', page: page(() => import('../projects/ProjectPrintPage.tsx'), 'ProjectPrintPage') },
  { path: '/print/:documentId', page: page(() => import('../documents/PrintPage.tsx'), 'PrintPage') },
];
