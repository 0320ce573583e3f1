import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Actor } from '#shared/accounts/schema.ts';
import { bulletinFlow, type DeskAct, deskActs, whyNotMoveBulletin } from '#shared/bulletins/flow.ts';
import type { Bulletin } from '#shared/bulletins/schema.ts';
import type { Month } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useMoveBulletin } from './mutations.ts';

type StepsProps = { month: Month; bulletin: Bulletin | null; isCut: boolean; actor: Actor };

/** The acts that this person may take now; the one that goes forward is the page's main button. */
export function BulletinSteps({ month, bulletin, isCut, actor }: StepsProps) {
  const messages = useMessages();
  const { bulletins } = messages;
  const toast = useToast();
  const move = useMoveBulletin();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState<DeskAct | null>(null);
  const [remark, setRemark] = useState('');
  const said = remark.trim() === '' ? null : remark.trim();
  const current = bulletin ?? { state: 'drafting' as const, draftedBy: null };
  const offered = deskActs.flatMap((act) => {
    const refusal = whyNotMoveBulletin(current, act, actor, isCut);
    // A step that waits for the month's cut is shown with its reason; steps of other people and states are not.
    return refusal === null || refusal.reason === 'month-not-cut' || refusal.reason === 'same-person' ? [{ act, refusal }] : [];
  });

  function go(act: DeskAct): void {
    setAsking(null);
    // Issuing turns the month in hand to the next one; whoever issued stays with what was issued.
    navigate(`/bulletins?month=${month}`, { replace: true });
    move.mutate(
      { month, act, version: bulletin?.version ?? 0, remark: said },
      {
        onSuccess: () => {
          setRemark('');
          toast({ text: bulletins.done[act] });
        },
        onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
      },
    );
  }

  return (
    <>
      {offered.map(({ act, refusal }) => {
        const why = refusal && messages.refusals[refusal.reason];
        return (
          <Button
            key={act}
            look={bulletinFlow[act].needsRemark ? 'danger' : 'primary'}
            busy={move.isPending}
            disabled={refusal !== null}
            title={typeof why === 'string' ? why : undefined}
            onClick={() => setAsking(act)}
          >
            {bulletins.acts[act]}
          </Button>
        );
      })}
      {asking && (
        <Dialog
          title={bulletins.acts[asking]}
          description={bulletins.confirm[asking]}
          onClose={() => setAsking(null)}
          footer={
            <>
              <Button look="primary" disabled={bulletinFlow[asking].needsRemark && said === null} onClick={() => go(asking)}>
                {bulletins.acts[asking]}
              </Button>
              <Button onClick={() => setAsking(null)}>{bulletins.cancel}</Button>
            </>
          }
        >
          <TextArea
            label={bulletinFlow[asking].needsRemark ? bulletins.why[asking === 'withdraw' ? 'withdraw' : 'sendBack'] : bulletins.remark}
            required={bulletinFlow[asking].needsRemark}
            limit={500}
            value={remark}
            onText={setRemark}
          />
        </Dialog>
      )}
    </>
  );
}
