import { type SubmitEvent, useState } from 'react';
import { ComposeReport } from '#shared/reports/schema.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { editsOf, typedOf, WordFields } from '../documents/WordFields.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useComposeReport } from './mutations.ts';
import styles from './ReportForm.module.css';
import type { ReportView } from './ReportPage.tsx';

type ReportFormProps = { view: ReportView; onTyped: (isTyped: boolean) => void; onReload: () => void };

/** What the office may change of a draft, against the version that it was opened with, whatever arrives meanwhile. */
export function ReportForm({ view, onTyped, onReload }: ReportFormProps) {
  const { reports } = useMessages();
  const toast = useToast();
  const compose = useComposeReport();
  const { report, paragraphs, lost, projects } = view;
  const { subject } = report;
  const [opened, setOpened] = useState(report);
  const [title, setTitle] = useState(subject.about === 'theme' ? subject.title : '');
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const [toUnits, setToUnits] = useState(report.toUnits);
  const [typed, setTyped] = useState(typedOf(report.edits));
  const edits = editsOf(typed);
  const theme = opened.subject.about === 'theme' ? opened.subject : null;
  const kept = theme?.projectIds.filter((id) => !dropped.has(id));
  const changes = {
    ...(JSON.stringify(edits) !== JSON.stringify(opened.edits) && { edits }),
    ...(toUnits !== opened.toUnits && { toUnits }),
    ...(theme && title.trim() !== theme.title && { title }),
    ...(theme && dropped.size > 0 && { projectIds: kept }),
  };
  const isChanged = Object.keys(changes).length > 0;

  /** Whether something is typed that the server does not have yet: issuing waits for it. */
  const tell = () => onTyped(true);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const input = ComposeReport.safeParse({ id: report.id, version: opened.version, ...changes });
    if (!input.success) return;
    compose.mutate(input.data, {
      onSuccess: (saved) => {
        setOpened(saved);
        setDropped(new Set());
        onTyped(false);
        toast({ text: reports.saved });
      },
    });
  }

  const isShort = theme !== null && title.trim().length < 2;
  return (
    <form className={styles.form} aria-label={reports.words} onSubmit={submit}>
      {theme && (
        <TextField
          label={reports.themeTitle}
          hint={reports.themeHint(title.trim())}
          error={isShort ? reports.themeShort : undefined}
          required
          maxLength={60}
          value={title}
          onText={(text) => {
            setTitle(text);
            tell();
          }}
        />
      )}
      <div>
        <Checkbox
          label={reports.toUnits}
          checked={toUnits}
          onChecked={(isOn) => {
            setToUnits(isOn);
            tell();
          }}
        />
        <p className={styles.hint}>{reports.toUnitsHint[subject.about]}</p>
      </div>
      {theme && (
        <details className={styles.chosen}>
          <summary>
            {reports.chosen} <b>{reports.projects(projects.length - dropped.size)}</b>
          </summary>
          <ul>
            {projects
              .filter(({ projectId }) => !dropped.has(projectId))
              .map(({ projectId, name, unitName }) => (
                <li key={projectId}>
                  <span>
                    {name} <small>{unitName}</small>
                  </span>
                  <IconButton
                    icon="close"
                    size="small"
                    label={reports.drop(name)}
                    disabled={kept !== undefined && kept.length <= 1}
                    onClick={() => {
                      setDropped(new Set([...dropped, projectId]));
                      tell();
                    }}
                  />
                </li>
              ))}
          </ul>
        </details>
      )}
      <p className={styles.hint}>{reports.wordsHint}</p>
      <WordFields
        paragraphs={paragraphs}
        typed={typed}
        onTyped={(words) => {
          setTyped(words);
          tell();
        }}
        lost={lost}
      />
      <SaveError error={compose.error} onReload={onReload} />
      <div className={styles.save}>
        <Button look="primary" type="submit" busy={compose.isPending} disabled={!isChanged || isShort}>
          {reports.save}
        </Button>
      </div>
    </form>
  );
}
