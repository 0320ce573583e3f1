import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { type Brush, painted, plainNames } from '#shared/calendar/changes.ts';
import type { CalendarException } from '#shared/calendar/workdays.ts';
import type { Day } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Notice } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import styles from './CalendarTab.module.css';
import { useSetCalendarYear } from './mutations.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { YearGrid } from './YearGrid.tsx';

type Year = inferRouterOutputs<AppRouter>['calendar']['year'];
const strokes = ['off', 'work', 'plain'] as const;

/** Keeps what is clicked against the version that it began with, whatever arrives meanwhile. */
export function YearForm({ year: kept, today, onReload }: { year: Year; today: Day; onReload: () => void }) {
  const { calendar } = useMessages();
  const toast = useToast();
  const save = useSetCalendarYear();
  const [begun, setBegun] = useState(kept);
  const [value, setValue] = useState(kept);
  const [stroke, setStroke] = useState<(typeof strokes)[number]>('off');
  const [name, setName] = useState('');
  const [isPasting, setPasting] = useState(false);
  const brushes: Record<(typeof strokes)[number], Brush> = {
    off: { kind: 'off', name: name.trim() || plainNames.off },
    work: { kind: 'work', name: plainNames.work },
    plain: null,
  };
  const isChanged = JSON.stringify(value) !== JSON.stringify(begun);
  const count = (kind: CalendarException['kind']) => value.days.filter((each) => each.kind === kind).length;

  function send(): void {
    save.mutate(value, {
      onSuccess: (saved) => {
        setBegun(saved);
        setValue(saved);
        toast({ text: calendar.saved(saved.year) });
      },
    });
  }

  return (
    <div className={styles.form}>
      {!value.isKnown && (
        <Notice look="yellow" title={calendar.unknownTitle(value.year)}>
          {calendar.unknownText}
        </Notice>
      )}
      <div className={styles.tools}>
        <div className={styles.brush}>
          <span className={styles.label}>{calendar.brush}</span>
          <Segmented
            label={calendar.brush}
            segments={strokes.map((each) => ({ value: each, label: calendar.brushes[each] }))}
            value={stroke}
            onValue={setStroke}
          />
        </div>
        {stroke === 'off' && (
          <TextField label={calendar.holiday} hint={calendar.holidayHint} maxLength={40} value={name} onText={setName} />
        )}
        <span className={styles.grow} />
        <span className={styles.quiet}>{calendar.counts(count('off'), count('work'))}</span>
        <Button icon="rows" onClick={() => setPasting(true)}>
          {calendar.paste}
        </Button>
      </div>
      <YearGrid
        year={value.year}
        days={value.days}
        today={today}
        onDay={(on) => setValue({ ...value, days: painted(value.days, on, brushes[stroke]) })}
      />
      <div className={styles.source}>
        <TextField
          label={calendar.source}
          hint={calendar.sourceHint}
          maxLength={200}
          value={value.source ?? ''}
          onText={(source) => setValue({ ...value, source: source === '' ? null : source })}
        />
      </div>
      <Checkbox label={calendar.isKnown} checked={value.isKnown} onChecked={(isKnown) => setValue({ ...value, isKnown })} />
      <SaveError error={save.error} onReload={onReload} />
      <div className={styles.foot}>
        <Button look="primary" busy={save.isPending} disabled={!isChanged} onClick={send}>
          {calendar.save}
        </Button>
        {isChanged && (
          <Button look="text" onClick={() => setValue(begun)}>
            {calendar.discard}
          </Button>
        )}
        {isChanged && <span className={styles.quiet}>{calendar.unsaved}</span>}
      </div>
      {isPasting && (
        <PasteDialog
          year={value.year}
          onTake={(days) => {
            setValue({ ...value, days: [...days], isKnown: days.some((each) => each.kind === 'off') });
            setPasting(false);
          }}
          onClose={() => setPasting(false)}
        />
      )}
    </div>
  );
}
