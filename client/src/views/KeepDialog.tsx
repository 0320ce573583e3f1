import { useState } from 'react';
import type { Look } from '#shared/views/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useViewActs } from './data.ts';

/** Asks under which name a look is kept, and for whom. */
export function KeepDialog({ look, isOffice, onClose }: { look: Look; isOffice: boolean; onClose: () => void }) {
  const messages = useMessages();
  const words = messages.views;
  const { keep } = useViewActs(look.place);
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const [asked, setAsked] = useState(false);

  function save(): void {
    setAsked(true);
    if (name.trim() === '') return;
    keep.mutate({ ...look, id: null, name: name.trim(), isShared, version: 0 }, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={words.keep}
      size="small"
      save={words.save}
      busy={keep.isPending}
      failure={keep.error ? errorSentence(keep.error, messages) : null}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        required
        value={name}
        onText={setName}
        maxLength={30}
        error={asked && name.trim() === '' ? messages.kit.required : null}
      />
      {isOffice && <Checkbox label={words.shared} checked={isShared} onChecked={setShared} />}
    </FormDialog>
  );
}
