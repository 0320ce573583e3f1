import type { Id } from '#shared/kit/ids.ts';
import type { Report, ReportSubject } from '#shared/reports/schema.ts';
import type { Json } from './json.ts';

/** To which units a document is issued; the district's own id stands for all of them. */
export type DocumentReaderTable = { documentId: Id<'document'>; unitId: Id<'unit'> };

/** A report 专报 or 简报; a subject's own columns are null for the others. */
export type ReportTable = Omit<Report, 'subject' | 'toUnits' | 'edits'> & {
  about: ReportSubject['about'];
  projectId: Id<'project'> | null;
  title: string | null;
  projectIds: Json | null;
  toUnits: 0 | 1;
  edits: Json;
};

/** What an issued report was drafted from, so that it can be drafted again and compared. */
export type ReportIssueTable = { documentId: Id<'document'>; reportId: Id<'report'>; recipe: Json };
