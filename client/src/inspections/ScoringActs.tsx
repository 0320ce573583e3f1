import { useState } from 'react';
import { type InspectionAct, whyNotClose, whyNotOpen } from '#shared/inspections/rules.ts';
import type { Inspection } from '#shared/inspections/schema.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useKitMessages } from '../kit/language.ts';
import { useToast } from '../kit/Toast.tsx';
import { useCloseScoring, useOpenScoring } from './mutations.ts';

type ScoringActsProps = {
  inspection: Pick<Inspection, 'state'> & { id: Inspection['id'] | null; version: number | null };
  stops: number;
  sheets: number;
  missingSheets: number;
};

/** The one step that carries the inspection on: open the scoring, then end it. Neither is taken back. */
export function ScoringActs({ inspection, stops, sheets, missingSheets }: ScoringActsProps) {
  const messages = useMessages();
  const kit = useKitMessages();
  const text = messages.inspections;
  const toast = useToast();
  const open = useOpenScoring();
  const close = useCloseScoring();
  const [isAsking, setAsking] = useState(false);
  if (inspection.state === 'closed') return null;
  const act: InspectionAct = inspection.state === 'planned' ? 'open' : 'close';
  const why = act === 'open' ? whyNotOpen(inspection, stops) : whyNotClose(inspection, sheets);
  const { mutate, isPending } = act === 'open' ? open : close;

  function confirm(): void {
    if (!inspection.id || !inspection.version) return;
    mutate(
      { id: inspection.id, version: inspection.version },
      { onSuccess: () => toast({ text: act === 'open' ? text.opened : text.closed }), onSettled: () => setAsking(false) },
    );
  }

  return (
    <>
      <Button
        look="primary"
        disabled={why !== null}
        title={why ? refusalSentence(why, messages) : undefined}
        onClick={() => setAsking(true)}
      >
        {text[act]}
      </Button>
      {isAsking && (
        <Dialog
          title={text[act]}
          mark="alert"
          description={act === 'open' ? text.openSure : text.closeSure}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{kit.cancel}</Button>
              <Button look="primary" busy={isPending} onClick={confirm}>
                {text[act]}
              </Button>
            </>
          }
        >
          {act === 'close' && missingSheets > 0 && <p>{text.missingSheets(missingSheets)}</p>}
        </Dialog>
      )}
    </>
  );
}
