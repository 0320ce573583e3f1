import type { SubmitEvent } from 'react';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { editsOf, typedOf, WordFields } from '../documents/WordFields.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import type { ReportDesk } from './desk.ts';
import { useComposeReport } from './mutations.ts';
import styles from './ReportForm.module.css';
import type { ReportView } from './ReportPage.tsx';

type ReportFormProps = { view: ReportView; desk: ReportDesk };

/** What the office may change of a draft, against the version that it was read in, whatever arrives meanwhile. */
export function ReportForm({ view, desk }: ReportFormProps) {
  const { reports } = useMessages();
  const toast = useToast();
  const compose = useComposeReport();
  const { report, paragraphs, lost, projects } = view;
  const { shown, input } = desk;
  const { about } = report.subject;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!input) return;
    compose.mutate(input, {
      onSuccess: () => {
        desk.forget();
        toast({ text: reports.saved });
      },
    });
  }

  /** Lets go what was typed, and shows what somebody else wrote meanwhile. */
  function reload(): void {
    desk.forget();
    compose.reset();
  }

  const isShort = about === 'theme' && shown.title.trim().length < 2;
  const listed = projects.filter(({ projectId }) => !shown.dropped.includes(projectId));
  return (
    <form className={styles.form} aria-label={reports.words} onSubmit={submit}>
      {about === 'theme' && (
        <TextField
          label={reports.themeTitle}
          hint={reports.themeHint(shown.title.trim())}
          error={isShort ? reports.themeShort : undefined}
          required
          maxLength={60}
          value={shown.title}
          onText={(title) => desk.type({ title })}
        />
      )}
      <div>
        <Checkbox label={reports.toUnits} checked={shown.toUnits} onChecked={(toUnits) => desk.type({ toUnits })} />
        <p className={styles.hint}>{reports.toUnitsHint[about]}</p>
      </div>
      {about === 'theme' && (
        <details className={styles.chosen}>
          <summary>
            {reports.chosen} <b>{reports.projects(listed.length)}</b>
          </summary>
          <ul>
            {listed.map(({ projectId, name, unitName }) => (
              <li key={projectId}>
                <span>
                  {name} <small>{unitName}</small>
                </span>
                <IconButton
                  icon="close"
                  size="small"
                  label={reports.drop(name)}
                  disabled={!desk.canDrop(projectId)}
                  onClick={() => desk.type({ dropped: [...shown.dropped, projectId] })}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className={styles.hint}>{reports.wordsHint}</p>
      <WordFields
        paragraphs={paragraphs}
        typed={typedOf(shown.edits)}
        onTyped={(typed) => desk.type({ edits: editsOf(typed) })}
        lost={lost}
      />
      <SaveError error={compose.error} onReload={reload} />
      <div className={styles.save}>
        <Button look="primary" type="submit" busy={compose.isPending} disabled={!desk.isTyped || input === null}>
          {reports.save}
        </Button>
      </div>
    </form>
  );
}
