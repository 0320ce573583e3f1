import { useState } from 'react';
import type { RuleSet } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useLanguage } from '../kit/language.ts';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useAdoptRules, useTrial } from './mutations.ts';
import { TrialTable } from './TrialTable.tsx';

/** How far back a change of rules is tried. */
const MONTHS = 3;

/** A set that somebody wants to adopt: its trial begins at once, and only who has seen the result adopts it. */
export function useAdoption(onAdopted: () => void = () => undefined) {
  const [asked, setAsked] = useState<RuleSet | null>(null);
  const trial = useTrial();
  const dialog = asked && <AdoptDialog ruleSet={asked} trial={trial} onClose={() => setAsked(null)} onAdopted={onAdopted} />;
  function ask(ruleSet: RuleSet): void {
    setAsked(ruleSet);
    trial.mutate({ ruleSet, months: MONTHS });
  }
  return { ask, dialog };
}

type AdoptDialogProps = { ruleSet: RuleSet; trial: ReturnType<typeof useTrial>; onClose: () => void; onAdopted: () => void };

function AdoptDialog({ ruleSet, trial, onClose, onAdopted }: AdoptDialogProps) {
  const { lamps: words } = useMessages();
  const { language } = useLanguage();
  const toast = useToast();
  const adopt = useAdoptRules();
  const name = ruleSet.name[language];

  function confirm(): void {
    adopt.mutate(
      { ruleSet },
      {
        onSuccess: () => {
          toast({ text: words.adopted(name) });
          onClose();
          onAdopted();
        },
      },
    );
  }

  return (
    <Dialog
      title={words.adoptTitle(name)}
      mark="alert"
      size="large"
      description={words.adoptText}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" busy={adopt.isPending} disabled={!trial.data} onClick={confirm}>
            {words.adopt}
          </Button>
        </>
      }
    >
      {trial.isPending && <Skeleton label={words.trial.running} />}
      {trial.data && <TrialTable months={trial.data} />}
      <SaveError error={trial.error ?? adopt.error} />
    </Dialog>
  );
}
