import { useState } from 'react';
import type { Id } from '#shared/kit/ids.ts';
import { ReportSubject } from '#shared/reports/schema.ts';
import { useMessages } from '../app/language.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useBeginReport } from './mutations.ts';

/** One report takes so many projects at most. */
const MOST = 500;

/** Begins a 专报 on the projects that somebody has filtered out, under a title. */
export function ThemeDialog({ projectIds, onClose }: { projectIds: readonly Id<'project'>[]; onClose: () => void }) {
  const { reports } = useMessages();
  const begin = useBeginReport();
  const [title, setTitle] = useState('');
  const [isAsked, setAsked] = useState(false);
  const chosen = [...new Set(projectIds)];
  const subject = ReportSubject.safeParse({ about: 'theme', title, projectIds: chosen });
  const isShort = title.trim().length < 2;
  return (
    <FormDialog
      title={reports.write}
      save={reports.begin}
      busy={begin.isPending}
      failure={chosen.length > MOST ? reports.tooMany : null}
      onSave={() => {
        setAsked(true);
        if (subject.success) begin.mutate({ subject: subject.data });
      }}
      onClose={onClose}
    >
      <TextField
        label={reports.themeTitle}
        hint={reports.themeHint(title.trim())}
        error={isAsked && isShort ? reports.themeShort : undefined}
        required
        maxLength={60}
        value={title}
        onText={setTitle}
      />
      <p>{reports.fromLedger(chosen.length)}</p>
    </FormDialog>
  );
}
