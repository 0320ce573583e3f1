import { useState } from 'react';
import { TaskForce, TaskForceMember, whyNotTaskForce } from '#shared/projects/task-force.ts';
import { Conflict } from '../app/Conflict.tsx';
import { useConflict } from '../app/conflict.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { Notice } from '../kit/Page.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { type ProjectView, useSetTaskForce } from './data.ts';
import styles from './TaskForceDialog.module.css';
import { byName, membersOf } from './task-force-form.ts';

type Row = TaskForceMember & { key: number };
/** The 专班 that the form was opened at; where there is none, nobody is in it and it stands at version 0. */
type Opened = Pick<TaskForce, 'members'> & { version: number };
const nobody: TaskForceMember = { name: '', unit: '', duty: '', phone: '', isLeader: false };

function keyed(members: readonly TaskForceMember[]): Row[] {
  return members.map((member, key) => ({ ...member, key }));
}

/** The 专班 as a whole: one line a person, one of them its leader. Lines left empty are not sent. */
export function TaskForceDialog({ view, onClose }: { view: ProjectView; onClose: () => void }) {
  useEditing(view.project.id);
  const messages = useMessages();
  const { kit, projects } = messages;
  const words = projects.taskForce;
  const set = useSetTaskForce();
  const [opened, setOpened] = useState<Opened>(view.taskForce ?? { members: [], version: 0 });
  const [rows, setRows] = useState<Row[]>(() => keyed(opened.members.length > 0 ? opened.members : [{ ...nobody, isLeader: true }]));
  const [asked, setAsked] = useState(false);
  const named = rows.filter((row) => [row.name, row.unit, row.duty, row.phone].some((text) => text.trim() !== ''));
  const refusal = whyNotTaskForce(named);
  const typed = byName(named);
  const conflict = useConflict({
    keys: (sides) => [...new Set(sides.flatMap((side) => Object.keys(side)))],
    opened,
    read: (newer) => TaskForce.safeParse(newer).data ?? null,
    fieldsOf: (row: Opened) => byName(row.members),
    fields: typed,
    onFields: (merged) => setRows(keyed(membersOf(merged, Object.keys(typed)))),
    onOpened: setOpened,
  });
  const change = (key: number, part: Partial<TaskForceMember>) =>
    setRows((present) => present.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const memberText = (member: TaskForceMember | null | undefined) =>
    member ? kit.phrases([member.unit, member.duty, member.phone, member.isLeader ? words.leader : ''].filter(Boolean)) || member.name : '';
  const isWrong = (row: Row, field: 'name' | 'phone') =>
    asked && named.includes(row) && !TaskForceMember.shape[field].safeParse(row[field]).success;

  function save(): void {
    setAsked(true);
    const members = named.map(({ key: _key, ...member }) => member);
    if (refusal || members.some((member) => !TaskForceMember.safeParse(member).success) || !conflict.maySend()) return;
    set.mutate({ projectId: view.project.id, members, version: opened.version }, { onSuccess: onClose, onError: conflict.meet });
  }

  return (
    <FormDialog
      title={words.edit}
      size="large"
      save={projects.save}
      busy={set.isPending}
      failure={conflict.failureText(set.error)}
      onSave={save}
      onClose={onClose}
    >
      {conflict.state && (
        <Conflict
          state={conflict.state}
          labelOf={(name) => name}
          textOf={(_name, member) => memberText(member)}
          onChoose={conflict.choose}
        />
      )}
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
