import { useState } from 'react';
import { TaskForceMember, whyNotTaskForce } from '#shared/projects/task-force.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { Notice } from '../kit/Page.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { type ProjectView, useFailureText, useSetTaskForce } from './data.ts';
import styles from './TaskForceDialog.module.css';

type Row = TaskForceMember & { key: number };
const nobody: TaskForceMember = { name: '', unit: '', duty: '', phone: '', isLeader: false };

/** The 专班 as a whole: one line a person, one of them its leader. Lines left empty are not sent. */
export function TaskForceDialog({ view, onClose }: { view: ProjectView; onClose: () => void }) {
  useEditing(view.project.id);
  const messages = useMessages();
  const { projects } = messages;
  const words = projects.taskForce;
  const set = useSetTaskForce();
  const failure = useFailureText(set.error);
  const [version] = useState(view.taskForce?.version ?? 0);
  const [rows, setRows] = useState<Row[]>(() => {
    const members = view.taskForce?.members ?? [];
    return (members.length > 0 ? members : [{ ...nobody, isLeader: true }]).map((member, key) => ({ ...member, key }));
  });
  const [asked, setAsked] = useState(false);
  const named = rows.filter((row) => [row.name, row.unit, row.duty, row.phone].some((text) => text.trim() !== ''));
  const refusal = whyNotTaskForce(named);
  const change = (key: number, part: Partial<TaskForceMember>) =>
    setRows((present) => present.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const isWrong = (row: Row, field: 'name' | 'phone') =>
    asked && named.includes(row) && !TaskForceMember.shape[field].safeParse(row[field]).success;

  function save(): void {
    setAsked(true);
    const members = named.map(({ key: _key, ...member }) => member);
    if (refusal || members.some((member) => !TaskForceMember.safeParse(member).success)) return;
    set.mutate({ projectId: view.project.id, members, version }, { onSuccess: onClose });
  }

  return (
    <FormDialog title={words.edit} size="large" save={projects.save} busy={set.isPending} failure={failure} onSave={save} onClose={onClose}>
      <ol className={styles.rows}>
        {rows.map((row, at) => (
          <li key={row.key}>
            <fieldset className={styles.row} aria-label={words.row(at + 1)}>
              <TextField
                label={words.name}
                maxLength={40}
                value={row.name}
                onText={(name) => change(row.key, { name })}
                error={isWrong(row, 'name') ? words.nameMissing : null}
              />
              <TextField label={words.unit} maxLength={60} value={row.unit} onText={(unit) => change(row.key, { unit })} />
              <TextField label={words.duty} maxLength={60} value={row.duty} onText={(duty) => change(row.key, { duty })} />
              <TextField
                label={words.phone}
                type="tel"
                maxLength={20}
                value={row.phone}
                onText={(phone) => change(row.key, { phone })}
                error={isWrong(row, 'phone') ? words.phoneWrong : null}
              />
              <label className={styles.leader}>
                <input
                  type="radio"
                  name="leader"
                  checked={row.isLeader}
                  onChange={() => setRows((present) => present.map((each) => ({ ...each, isLeader: each.key === row.key })))}
                />
                {words.leader}
              </label>
              <IconButton
                icon="trash"
                label={words.remove(row.name || words.row(at + 1))}
                onClick={() => setRows((present) => present.filter((each) => each.key !== row.key))}
              />
            </fieldset>
          </li>
        ))}
      </ol>
      {asked && refusal && <Notice look="red">{refusalSentence(refusal, messages)}</Notice>}
      <Button
        size="small"
        icon="plus"
        onClick={() => setRows((present) => [...present, { ...nobody, key: Math.max(-1, ...present.map((row) => row.key)) + 1 }])}
      >
        {words.add}
      </Button>
    </FormDialog>
  );
}
