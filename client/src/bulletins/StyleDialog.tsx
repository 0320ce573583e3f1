import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { BulletinStyle, type ProgressWord } from '#shared/bulletins/style.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid } from '../kit/FormGrid.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useSetStyle } from './mutations.ts';
import styles from './Panels.module.css';

/** 行文设置: how the district writes its bulletins. */
export function StyleButton() {
  const { bulletins } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const current = useQuery(useTRPC().bulletins.style.queryOptions(undefined, { enabled: isOpen }));
  return (
    <>
      <Button icon="edit" busy={isOpen && current.isPending} onClick={() => setIsOpen(true)}>
        {bulletins.style.title}
      </Button>
      {isOpen && current.data && <StyleDialog style={current.data.style} version={current.data.version} onClose={() => setIsOpen(false)} />}
    </>
  );
}

/** A bound as typed: percentage points, empty for the last word. */
type Typed = { word: string; within: string };

function StyleDialog({ style, version, onClose }: { style: BulletinStyle; version: number; onClose: () => void }) {
  const messages = useMessages();
  const words = messages.bulletins.style;
  const toast = useToast();
  const save = useSetStyle();
  const [typed, setTyped] = useState(style);
  const [wording, setWording] = useState<Typed[]>(
    style.wording.map(({ word, within }) => ({ word, within: within === null ? '' : String(within) })),
  );
  const [copies, setCopies] = useState(style.copies === null ? '' : String(style.copies));
  const [rectifyDay, setRectifyDay] = useState(style.rectifyDay === null ? '' : String(style.rectifyDay));
  const [isTried, setIsTried] = useState(false);
  const read = BulletinStyle.safeParse({
    ...{ ...typed, wording: wording.map(wordOf) },
    ...{ copies: wholeOf(copies), rectifyDay: wholeOf(rectifyDay) },
  });

  function change(at: number, part: Partial<Typed>): void {
    setWording(wording.map((each, index) => (index === at ? { ...each, ...part } : each)));
  }

  function submit(): void {
    setIsTried(true);
    if (!read.success) return;
    save.mutate(
      { style: read.data, version },
      {
        onSuccess: () => {
          toast({ text: words.saved });
          onClose();
        },
      },
    );
  }

  const fault = isTried && !read.success ? words.wrong : null;
  return (
    <FormDialog
      title={words.title}
      save={words.save}
      busy={save.isPending}
      failure={save.error ? errorSentence(save.error, messages) : fault}
      onSave={submit}
      onClose={onClose}
    >
      <div className={styles.words}>
        <p className={styles.fact}>{words.hint}</p>
        <p className={styles.label} aria-hidden="true">
          {words.moneyUnit}
        </p>
        <Segmented
          label={words.moneyUnit}
          segments={[
            { value: 'wan', label: words.wan },
            { value: 'yi', label: words.yi },
          ]}
          value={typed.moneyUnit}
          onValue={(moneyUnit) => setTyped({ ...typed, moneyUnit })}
        />
        <p className={styles.label} aria-hidden="true">
          {words.rateDecimals}
        </p>
        <Segmented
          label={words.rateDecimals}
          segments={(['0', '1', '2'] as const).map((value) => ({ value, label: words.places(Number(value)) }))}
          value={typed.rateDecimals === 0 ? '0' : typed.rateDecimals === 1 ? '1' : '2'}
          onValue={(places) => setTyped({ ...typed, rateDecimals: Number(places) })}
        />
        <p className={styles.label} aria-hidden="true">
          {words.startBasis}
        </p>
        <Segmented
          label={words.startBasis}
          segments={[
            { value: 'year', label: words.ofYear },
            { value: 'due', label: words.due },
          ]}
          value={typed.startBasis}
          onValue={(startBasis) => setTyped({ ...typed, startBasis })}
        />
        <fieldset>
          <legend>{words.wording}</legend>
          {wording.map((each, at) => {
            // Words have no identity but their place.
            const key = `word ${at}`;
            return (
              <FormGrid key={key}>
                <TextField label={words.word(at + 1)} value={each.word} maxLength={8} onText={(word) => change(at, { word })} />
                <TextField
                  label={words.within(at + 1)}
                  value={each.within}
                  inputMode="decimal"
                  placeholder={words.beyond}
                  disabled={at === wording.length - 1}
                  onText={(within) => change(at, { within })}
                />
              </FormGrid>
            );
          })}
        </fieldset>
        {typed.recipients.map(({ label, text }, at) => (
          <TextField
            key={label}
            label={words.recipients(label)}
            value={text}
            maxLength={200}
            onText={(now) =>
              setTyped({ ...typed, recipients: typed.recipients.map((each, index) => (index === at ? { label, text: now } : each)) })
            }
          />
        ))}
        <TextField label={words.rectifyDay} value={rectifyDay} inputMode="numeric" maxLength={2} onText={setRectifyDay} />
        <TextField label={words.copies} value={copies} inputMode="numeric" onText={setCopies} />
      </div>
    </FormDialog>
  );
}

/** A number as typed; null where nothing is. */
function wholeOf(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed);
}

function wordOf({ word, within }: Typed): ProgressWord {
  return { word, within: within.trim() === '' ? null : Number(within) };
}
