import { useState } from 'react';
import type { Day } from '#shared/kit/calendar.ts';
import { formatWan, type Money } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { crossChecks } from '#shared/registrations/papers.ts';
import type { RegistrationFacts } from '#shared/registrations/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import { DateField } from '../kit/DateField.tsx';
import { FormGrid } from '../kit/FormGrid.tsx';
import { MoneyField } from '../kit/MoneyField.tsx';
import { TextField } from '../kit/TextField.tsx';
import styles from './registrations.module.css';

type FactFieldsProps = {
  project: Pick<Project, 'totalInvestment'>;
  facts: RegistrationFacts;
  today: Day;
  /** `isReadable` is false while an amount is typed that is none. */
  onFacts: (facts: RegistrationFacts, isReadable: boolean) => void;
};

const looks: Record<ReturnType<typeof crossChecks>[number]['finding'], ChipLook> = { agrees: 'green', differs: 'red', unknown: 'plain' };

/** What stands in the papers, and whether it agrees: the commonest reasons to be given back are seen before it is handed in. */
export function FactFields({ project, facts, today, onFacts }: FactFieldsProps) {
  const { kit, registrations, vocabulary } = useMessages();
  const [unread, setUnread] = useState<readonly string[]>([]);
  const tell = (part: Partial<RegistrationFacts>, unreadable = unread) => onFacts({ ...facts, ...part }, unreadable.length === 0);
  const name = (key: 'approvedFor' | 'declaredBy' | 'contractOwner') => ({
    label: registrations.facts[key],
    value: facts[key] ?? '',
    onText: (text: string) => tell({ [key]: text || null }),
    maxLength: 100,
  });
  const day = (key: 'approvedOn' | 'contractOn') => ({
    label: registrations.facts[key],
    value: facts[key],
    onDay: (value: Day | null) => tell({ [key]: value }),
    max: today,
  });
  const money = (key: 'approvedTotal' | 'declaredTotal') => ({
    label: registrations.facts[key],
    amount: facts[key],
    onAmount: (amount: Money | null, isReadable: boolean) => {
      const others = unread.filter((one) => one !== key);
      const next = isReadable ? others : [...others, key];
      setUnread(next);
      tell({ [key]: amount }, next);
    },
  });
  return (
    <fieldset className={styles.group}>
      <legend>{registrations.checksTitle}</legend>
      <ul className={styles.checks} aria-live="polite">
        {crossChecks(facts, project).map(({ check, finding }) => (
          <li key={check}>
            <Chip look={looks[finding]}>{kit.labelled(vocabulary.registrationCheck[check], registrations.findings[finding])}</Chip>
          </li>
        ))}
      </ul>
      <FormGrid>
        <TextField {...name('approvedFor')} />
        <DateField {...day('approvedOn')} />
        <TextField {...name('contractOwner')} />
        <DateField {...day('contractOn')} />
        <Amount {...money('approvedTotal')} />
        <Amount {...money('declaredTotal')} />
        <TextField {...name('declaredBy')} />
      </FormGrid>
    </fieldset>
  );
}

type AmountProps = { label: string; amount: Money | null; onAmount: (amount: Money | null, isReadable: boolean) => void };

/** An amount that keeps its text as it is typed. */
function Amount({ label, amount, onAmount }: AmountProps) {
  const [text, setText] = useState(amount === null ? '' : formatWan(amount, 4));
  return (
    <MoneyField
      label={label}
      text={text}
      onText={(typed, reading) => {
        setText(typed);
        onAmount(reading.state === 'amount' ? reading.amount : null, reading.state === 'amount' || reading.state === 'empty');
      }}
    />
  );
}
