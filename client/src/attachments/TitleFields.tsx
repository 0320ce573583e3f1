import { AttachmentKind } from '#shared/attachments/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';

type TitleFieldsProps = {
  title: string;
  kind: AttachmentKind;
  onTitle: (title: string) => void;
  onKind: (kind: AttachmentKind) => void;
  asked: boolean;
};

/** What a file is called and what it is. */
export function TitleFields({ title, kind, onTitle, onKind, asked }: TitleFieldsProps) {
  const { attachments } = useMessages();
  return (
    <>
      <TextField
        label={attachments.name}
        required
        maxLength={120}
        value={title}
        onText={onTitle}
        error={asked && title.trim() === '' ? attachments.nameMissing : null}
      />
      <Select
        label={attachments.kind}
        value={kind}
        onValue={(chosen) => onKind(chosen ?? 'other')}
        options={AttachmentKind.options.map((option) => ({ value: option, label: attachments.kinds[option] }))}
      />
    </>
  );
}
