import type { TypedDimension } from '#shared/lamps/draft.ts';
import { badness, Lamp, type Streak } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { Select } from '../kit/Select.tsx';
import type { FaultAt } from './faults.ts';
import styles from './RuleForm.module.css';

const MOST_STREAKS = 6;
const MOST_MONTHS = 24;
/** 2, 3, … as choices. */
const monthChoices = Array.from({ length: MOST_MONTHS - 1 }, (_, at) => at + 2);

type StreakRowsProps = { streaks: TypedDimension['streaks']; faultAt: FaultAt; onStreaks: (streaks: Streak[]) => void };

/** 连续条件: so many months in a row make a lamp worse; several are a ladder. */
export function StreakRows({ streaks, faultAt, onStreaks }: StreakRowsProps) {
  const { ruleForm: words, vocabulary } = useMessages();
  const change = (at: number, part: Partial<Streak>) => onStreaks(streaks.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <div className={styles.rows}>
      {streaks.map((streak, index) => {
        const at = index + 1;
        // Conditions have no identity but their place.
        const key = `streak ${at}`;
        return (
          <div key={key} className={styles.streak}>
            <Select
              label={words.streakMonths(at)}
              isLabelHidden
              value={String(streak.months)}
              onValue={(months) => change(index, { months: Number(months) })}
              options={monthChoices.map((count) => ({ value: String(count), label: words.months(count) }))}
            />
            <Select
              label={words.streakLamp(at)}
              isLabelHidden
              value={streak.lamp}
              onValue={(lamp) => lamp && change(index, { lamp })}
              options={[
                { value: 'yellow', label: words.yellowOrWorse },
                { value: 'red', label: words.redOnly },
              ]}
            />
            <Select
              label={words.streakTo(at)}
              isLabelHidden
              value={streak.to}
              onValue={(to) => to && change(index, { to })}
              options={Lamp.options
                .filter((lamp) => badness[lamp] > 0)
                .map((lamp) => ({ value: lamp, label: words.becomes(vocabulary.lamp[lamp]) }))}
              error={faultAt(`streaks.${index}.to`)}
            />
            <IconButton
              icon="trash"
              size="small"
              label={words.removeStreak(at)}
              onClick={() => onStreaks(streaks.filter((_, other) => other !== index))}
            />
          </div>
        );
      })}
      <span>
        <Button
          size="small"
          icon="plus"
          disabled={streaks.length >= MOST_STREAKS}
          onClick={() => onStreaks([...streaks, { lamp: 'yellow', months: 2, to: 'red' }])}
        >
          {words.addStreak}
        </Button>
      </span>
    </div>
  );
}
