import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextArea, TextField } from '../kit/TextField.tsx';
import styles from './Remarks.module.css';

type TakeDownProps = {
  title: string;
  /** Who probably says it: the item's leader. */
  leaderName: string | null;
  busy: boolean;
  failure: string | null;
  onSave: (remark: { leaderName: string; text: string }) => void;
  onClose: () => void;
};

/** Takes down what a leader says in the meeting. */
export function TakeDownDialog({ title, leaderName: first, busy, failure, onSave, onClose }: TakeDownProps) {
  const { remarks } = useMessages();
  const list = useId();
  const leaders = useQuery(useTRPC().accounts.leaders.queryOptions(undefined, { staleTime: 5 * 60_000 })).data ?? [];
  const [leaderName, setLeaderName] = useState(first ?? '');
  const [text, setText] = useState('');
  const isComplete = leaderName.trim() !== '' && text.trim().length >= 2;
  return (
    <FormDialog
      title={title}
      save={remarks.save}
      busy={busy}
      failure={failure}
      onSave={() => isComplete && onSave({ leaderName: leaderName.trim(), text: text.trim() })}
      onClose={onClose}
    >
      <div className={styles.form}>
        <TextField
          label={remarks.leader}
          hint={remarks.leaderHint}
          required
          list={list}
          maxLength={40}
          value={leaderName}
          onText={setLeaderName}
        />
        <datalist id={list}>
          {leaders.map((leader) => (
            <option key={leader.id} value={leader.name} />
          ))}
        </datalist>
        <TextArea label={remarks.text} required limit={500} rows={4} autoFocus value={text} onText={setText} />
      </div>
    </FormDialog>
  );
}
