import { z } from 'zod';
import type { Id } from '#shared/kit/ids.ts';
import { ComposeReport, Report } from '#shared/reports/schema.ts';
import { useKeptDraft } from '../kit/kept-draft.ts';

/** What is typed into a draft: against which version, and every field as the form shows it. */
const Typed = Report.pick({ version: true, toUnits: true, edits: true }).extend({ title: z.string(), dropped: z.array(z.string()) });
type Typed = z.infer<typeof Typed>;

function asSaved({ subject, version, toUnits, edits }: Report): Typed {
  return { version, toUnits, edits, title: subject.about === 'theme' ? subject.title : '', dropped: [] };
}

function typedIn(kept: unknown): Typed | null {
  return Typed.safeParse(kept).data ?? null;
}

/** What somebody types into a report, kept on this device until the server has it; until then the form follows the report. */
export function useReportDesk(report: Report, actorId: string) {
  const { typed, put, keep, drop } = useKeptDraft<Typed | null>(`${actorId}/report/${report.id}`, null, typedIn);
  const shown = typed ?? asSaved(report);
  const theme = report.subject.about === 'theme' ? report.subject : null;
  const left = theme?.projectIds.filter((id) => !shown.dropped.includes(id)) ?? [];
  const input = ComposeReport.safeParse({
    ...{ id: report.id, version: shown.version, toUnits: shown.toUnits, edits: shown.edits },
    ...(theme && { title: shown.title, projectIds: left }),
  });
  return {
    shown,
    /** Whether something is typed that the server does not have: issuing waits for it. */
    isTyped: typed !== null && report.state === 'drafting',
    /** What is to be sent; null where it cannot be. */
    input: input.data ?? null,
    canDrop: (id: Id<'project'>) => left.some((other) => other !== id),
    type: (change: Partial<Omit<Typed, 'version'>>) => keep({ ...shown, ...change }),
    /** The server has it, or it is let go. */
    forget: () => {
      put(null);
      void drop();
    },
  };
}
export type ReportDesk = ReturnType<typeof useReportDesk>;
