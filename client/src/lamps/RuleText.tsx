import { type DraftFault, readDraft } from '#shared/lamps/draft.ts';
import { useMessages } from '../app/language.tsx';
import { TextArea } from '../kit/TextField.tsx';
import styles from './RuleForm.module.css';

/** As many as help; the rest shows once these are mended. */
const MOST_SHOWN = 12;

type RuleTextProps = { text: string; isAsked: boolean; onText: (text: string) => void };

/** The draft as its JSON, pasted, read from a file or changed here: what is wrong is named by its path and reason. */
export function RuleText({ text, isAsked, onText }: RuleTextProps) {
  const { ruleForm, ruleText: words } = useMessages();
  const json = jsonIn(text);
  const faults: readonly DraftFault[] = json === undefined ? [] : readDraft(json).faults;
  return (
    <>
      <p className={styles.note}>
        {ruleForm.jsonNote}
        <label className={styles.file}>
          {words.file}{' '}
          <input type="file" accept=".json,application/json" onChange={(event) => void event.target.files?.[0]?.text().then(onText)} />
        </label>
      </p>
      <TextArea
        label={words.text}
        rows={24}
        spellCheck={false}
        value={text}
        onText={onText}
        error={json === undefined ? words.notJson : null}
      />
      {isAsked && faults.length > 0 && (
        <ul role="alert" className={styles.faults}>
          {faults.slice(0, MOST_SHOWN).map(({ path, code, reason }) => (
            <li key={`${path} ${code}`}>
              <b>{path || words.whole}</b> {words.reasons[reason] ?? words.codes[code] ?? words.other}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What JSON says; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
