import type { ReportSubject } from '#shared/reports/schema.ts';
import { useMessages } from '../app/language.tsx';

/** What a report is about, for a list: the project's or the theme's name. */
export function useSubjectText(): (subject: ReportSubject, projectName: string | null) => string {
  const { reports } = useMessages();
  return (subject, projectName) => (subject.about === 'theme' ? subject.title : (projectName ?? reports.about[subject.about]));
}
