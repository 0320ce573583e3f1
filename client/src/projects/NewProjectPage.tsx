import { type SubmitEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { yearOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useSession, useToday } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { useCreateProject, useFailureText } from './data.ts';
import { useKeptForm } from './draft.ts';
import { emptyForm, readNew } from './form.ts';
import { ProjectFields } from './ProjectFields.tsx';
import styles from './ProjectForm.module.css';

/** One project, typed in; for many there is the import. */
export function NewProjectPage() {
  const { projects } = useMessages();
  const { actor } = useSession();
  const today = useToday();
  const [, navigate] = useLocation();
  const create = useCreateProject();
  const { form, setField, isKept, drop } = useKeptForm(actor && `${actor.id}/project/new`, emptyForm);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const failure = useFailureText(create.error);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const read = readNew(form);
    setWrong(read.wrong ?? new Set());
    if (!read.input) return;
    create.mutate(read.input, {
      onSuccess: (project) => {
        void drop();
        navigate(`/projects/${project.id}`);
      },
    });
  }

  return (
    <Page>
      <PageHeader
        title={projects.newTitle}
        note={projects.newNote}
        actions={
          <Button icon="upload" onClick={() => navigate('/import')}>
            {projects.importList}
          </Button>
        }
      />
      <form className={styles.form} onSubmit={submit} noValidate aria-label={projects.newTitle}>
        <ProjectFields form={form} onField={setField} wrong={wrong} isNew year={yearOf(today)} />
        {failure && <Notice look="red">{failure}</Notice>}
        <div className={styles.acts}>
          <Button look="primary" type="submit" busy={create.isPending}>
            {projects.create}
          </Button>
          {isKept && <span className={styles.quiet}>{projects.draftKept}</span>}
        </div>
      </form>
    </Page>
  );
}
