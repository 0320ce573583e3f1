import { type TypedText, typedEn, typedZh } from '#shared/lamps/draft.ts';
import { useMessages } from '../app/language.tsx';
import { TextArea, TextField } from '../kit/TextField.tsx';

type TextPairProps = {
  labels: { zh: string; en: string };
  text: TypedText | null;
  required?: boolean;
  /** Sentences rather than a name. */
  isLong?: boolean;
  maxLength?: number;
  hint?: string;
  /** What is wrong with the Chinese; the English goes along with it. */
  error: string | null;
  onText: (text: TypedText) => void;
};

/** A text in both languages; who leaves the English out has the Chinese there. */
export function TextPair({ labels, text, required = false, isLong = false, maxLength, hint, error, onText }: TextPairProps) {
  const { ruleForm: words } = useMessages();
  const { zh = '', en = '' } = text ?? {};
  const chinese = { label: labels.zh, hint, required, error, value: zh, onText: (typed: string) => onText(typedZh(text, typed)) };
  const onEnglish = (typed: string) => onText(typedEn({ zh, en }, typed));
  const english = { label: labels.en, hint: words.enHint, value: en === zh ? '' : en, onText: onEnglish };
  return isLong ? (
    <>
      <TextArea {...chinese} rows={2} />
      <TextArea {...english} rows={2} />
    </>
  ) : (
    <>
      <TextField {...chinese} maxLength={maxLength} />
      <TextField {...english} maxLength={maxLength} />
    </>
  );
}
