import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Id } from '#shared/kit/ids.ts';
import type { MergeSide } from '#shared/projects/merge.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { Notice } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { TextArea, TextField } from '../kit/TextField.tsx';
import { type MergePreview, useFailureText, useMergeProjects } from './data.ts';
import { MergeConflicts } from './MergeConflicts.tsx';
import styles from './MergeDialog.module.css';

/** Finds the duplicate of a project, shows what merging would mean, and asks where both hold something. */
export function MergeDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const [other, setOther] = useState<Id<'project'> | null>(null);
  if (other === null) return <Finder project={project} onChosen={setOther} onClose={onClose} />;
  return <Merger key={other} first={project.id} second={other} onAnother={() => setOther(null)} onClose={onClose} />;
}

type FinderProps = { project: Project; onChosen: (id: Id<'project'>) => void; onClose: () => void };

function Finder({ project, onChosen, onClose }: FinderProps) {
  const { merge } = useMessages().projects;
  const trpc = useTRPC();
  // The first words of the name find near-equal ones at once.
  const [text, setText] = useState(project.name.slice(0, 4));
  const wanted = text.trim();
  const found = useQuery(
    trpc.projects.search.queryOptions({ text: wanted }, { enabled: wanted !== '', placeholderData: keepPreviousData }),
  );
  const hits = wanted === '' ? [] : (found.data?.projects ?? []).filter((hit) => hit.id !== project.id && hit.kind === project.kind);
  return (
    <Dialog title={merge.title} size="medium" onClose={onClose}>
      <TextField label={merge.search} value={text} onText={setText} autoFocus type="search" />
      <ul className={styles.hits}>
        {found.isSuccess && hits.length === 0 && <li className={styles.quiet}>{merge.none}</li>}
        {hits.map((hit) => (
          <li key={hit.id} className={styles.hit}>
            <span>
              <b>{hit.name}</b>
              <br />
              <span className={styles.quiet}>{`${hit.unitName} · ${hit.code ?? `#${hit.key}`}`}</span>
            </span>
            <Button size="small" aria-label={`${merge.choose} ${hit.name}`} onClick={() => onChosen(hit.id)}>
              {merge.choose}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

type MergerProps = { first: Id<'project'>; second: Id<'project'>; onAnother: () => void; onClose: () => void };

function Merger({ first, second, onAnother, onClose }: MergerProps) {
  const { projects } = useMessages();
  const [isSwapped, setIsSwapped] = useState(false);
  const ids = isSwapped ? { kept: second, other: first } : { kept: first, other: second };
  const { data, error } = useQuery(useTRPC().projects.mergePreview.queryOptions(ids));
  const failure = useFailureText(error);
  if (!data) {
    return (
      <Dialog title={projects.merge.title} size="large" onClose={onClose}>
        {failure ? <Notice look="red">{failure}</Notice> : <Skeleton label={projects.loading} />}
      </Dialog>
    );
  }
  const acts = (
    <>
      <Button size="small" icon="sort" onClick={() => setIsSwapped(!isSwapped)}>
        {projects.merge.swap}
      </Button>
      <Button size="small" onClick={onAnother}>
        {projects.merge.another}
      </Button>
    </>
  );
  return <Form key={String(isSwapped)} preview={data} acts={acts} onClose={onClose} />;
}

function Form({ preview, acts, onClose }: { preview: MergePreview; acts: React.ReactNode; onClose: () => void }) {
  const messages = useMessages();
  const words = messages.projects.merge;
  const [, navigate] = useLocation();
  const merge = useMergeProjects();
  const failure = useFailureText(merge.error);
  // What was read when the choice began is what is chosen between: whoever changed either record meanwhile is not overrun.
  const [{ kept, other, conflicts, refusal, moving }] = useState(preview);
  const open = conflicts.filter((conflict) => conflict.isOpen);
  const [sides, setSides] = useState<Readonly<Record<string, MergeSide>>>({});
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const keyOf = ({ kind, period }: { kind: string; period: string }) => `${kind} ${period}`;
  const undecided = open.filter((conflict) => !sides[keyOf(conflict)]).length;
  const isSilent = reason.trim().length < 2;

  function save(): void {
    setAsked(true);
    if (undecided > 0 || isSilent || refusal) return;
    const choices = open.map(({ kind, period }) => ({ kind, period, side: sides[keyOf({ kind, period })] ?? ('kept' as const) }));
    const named = ({ id, version }: Project) => ({ id, version });
    merge.mutate(
      { kept: named(kept), other: named(other), choices, reason: reason.trim() },
      {
        onSuccess: () => {
          onClose();
          navigate(`/projects/${kept.id}/overview`);
        },
      },
    );
  }

  return (
    <FormDialog title={words.title} size="large" save={words.act} busy={merge.isPending} failure={failure} onSave={save} onClose={onClose}>
      <div className={styles.form}>
        <div className={styles.pair}>
          <Record label={words.kept} project={kept} />
          <Record label={words.other} project={other} />
          <span className={styles.acts}>{acts}</span>
        </div>
        <Notice look="yellow">{words.means(kept.name, other.name)}</Notice>
        <p className={styles.quiet}>
          {words.moving(
            moving.approval_step,
            moving.problem,
            moving.decision,
            moving.attachment,
            moving.periods + moving.remark + moving.site_visit + moving.payment + moving.signoff,
          )}
        </p>
        {refusal && <Notice look="red">{refusalSentence(refusal, messages)}</Notice>}
        {open.length > 0 && (
          <>
            <div className={styles.head}>
              <h3 className={styles.title}>{words.conflicts}</h3>
              {undecided > 0 && <span className={asked ? styles.missing : styles.quiet}>{words.undecided(undecided)}</span>}
              <Button
                size="small"
                look="text"
                onClick={() => setSides(Object.fromEntries(open.map((conflict) => [keyOf(conflict), 'kept'])))}
              >
                {words.keepAll}
              </Button>
            </div>
            <MergeConflicts conflicts={open} sides={sides} keyOf={keyOf} onSide={(key, side) => setSides({ ...sides, [key]: side })} />
          </>
        )}
        {conflicts.length > open.length && <p className={styles.quiet}>{words.settled}</p>}
        <TextArea
          label={words.reason}
          required
          limit={300}
          rows={2}
          value={reason}
          onText={setReason}
          error={asked && isSilent ? words.reasonMissing : null}
        />
      </div>
    </FormDialog>
  );
}

function Record({ label, project }: { label: string; project: Project }) {
  return (
    <div className={styles.record}>
      <span className={styles.quiet}>{label}</span>
      <b>{project.name}</b>
      <span className={styles.quiet}>{project.code ?? `#${project.key}`}</span>
    </div>
  );
}
