import { useState } from 'react';
import { AgendaRule, AgendaRules } from '#shared/meetings/series.ts';
import { useMessages } from '../app/language.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useFailureText } from '../projects/data.ts';
import styles from './MeetingPage.module.css';
import type { MeetingData } from './MeetingPage.tsx';
import { useSetAgendaRules } from './mutations.ts';

/** Which rules propose items, each by a switch. */
export function RulesDialog({ series, onClose }: { series: MeetingData['series']; onClose: () => void }) {
  const { meetings } = useMessages();
  const { proposing } = meetings;
  const toast = useToast();
  const set = useSetAgendaRules();
  const failure = useFailureText(set.error);
  const [off, setOff] = useState<readonly AgendaRule[]>(series.rules.off);
  const [days, setDays] = useState(String(series.rules.problemDays));
  const rules = AgendaRules.safeParse({ off, problemDays: Number(days) });

  function save(): void {
    if (!rules.success) return;
    set.mutate(
      { id: series.id, rules: rules.data, version: series.version },
      {
        onSuccess: () => {
          toast({ text: proposing.rulesSaved });
          onClose();
        },
      },
    );
  }

  return (
    <FormDialog title={proposing.rules} save={meetings.save} busy={set.isPending} failure={failure} onSave={save} onClose={onClose}>
      <div className={styles.fields}>
        <p className={styles.quiet}>{proposing.rulesText}</p>
        {AgendaRule.options.map((rule) => (
          <Checkbox
            key={rule}
            label={proposing.rule[rule]}
            checked={!off.includes(rule)}
            onChecked={(on) => setOff(on ? off.filter((each) => each !== rule) : [...off, rule])}
          />
        ))}
        <TextField
          label={proposing.problemDays}
          inputMode="numeric"
          maxLength={3}
          value={days}
          onText={setDays}
          {...(rules.success ? {} : { error: proposing.problemDaysWrong })}
        />
      </div>
    </FormDialog>
  );
}
