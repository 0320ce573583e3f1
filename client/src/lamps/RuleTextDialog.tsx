import { useState } from 'react';
import { RuleSet } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import styles from './RulesTab.module.css';

/** As many as help; the rest shows once these are mended. */
const MOST_ISSUES = 12;

type RuleTextDialogProps = { initial: string; onRead: (ruleSet: RuleSet) => void; onClose: () => void };

/** A rule set as its JSON, pasted, read from a file or changed here: what is wrong is named by its path and reason. */
export function RuleTextDialog({ initial, onRead, onClose }: RuleTextDialogProps) {
  const { ruleText: words } = useMessages();
  const [text, setText] = useState(initial);
  const [asked, setAsked] = useState(false);
  const read = readRules(text);

  function save(): void {
    setAsked(true);
    if (read.ruleSet) onRead(read.ruleSet);
  }

  return (
    <FormDialog title={words.title} size="large" save={words.tryIt} busy={false} failure={null} onSave={save} onClose={onClose}>
      <p className={styles.origin}>
        <label>
          {words.file}{' '}
          <input type="file" accept=".json,application/json" onChange={(event) => void event.target.files?.[0]?.text().then(setText)} />
        </label>
      </p>
      <TextArea label={words.text} required rows={18} spellCheck={false} value={text} onText={setText} />
      {asked && !read.ruleSet && (
        <ul role="alert" className={styles.issues}>
          {!read.issues && <li>{words.notJson}</li>}
          {read.issues?.slice(0, MOST_ISSUES).map(({ path, code, reason }) => (
            <li key={`${path} ${code}`}>
              <b>{path || words.whole}</b> {words.reasons[reason] ?? words.codes[code] ?? words.other}
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}

type Read = { ruleSet: RuleSet | null; issues: { path: string; code: string; reason: string }[] | null };

/** Reads JSON as a rule set; where it is none, where and why not. */
function readRules(text: string): Read {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ruleSet: null, issues: null };
  }
  const read = RuleSet.safeParse(json);
  if (read.success) return { ruleSet: read.data, issues: null };
  return { ruleSet: null, issues: read.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, reason: message })) };
}
