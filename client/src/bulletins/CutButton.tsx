import { useState } from 'react';
import type { Bulletin } from '#shared/bulletins/schema.ts';
import type { Month } from '#shared/kit/calendar.ts';
import { whyNotCutMonth } from '#shared/lamps/rules.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useToast } from '../kit/Toast.tsx';
import styles from './BulletinPage.module.css';
import { useCutMonth } from './mutations.ts';

/** 截取本月数据, and again until the bulletin is signed. */
export function CutButton({ month, state, isCut }: { month: Month; state: Bulletin['state']; isCut: boolean }) {
  const messages = useMessages();
  const { bulletins } = messages;
  const toast = useToast();
  const cut = useCutMonth();
  const today = useToday();
  const [isAsking, setIsAsking] = useState(false);
  const refusal = whyNotCutMonth(month, today, state);
  const why = refusal && messages.refusals[refusal.reason];
  return (
    <>
      <Button disabled={refusal !== null} busy={cut.isPending} onClick={() => setIsAsking(true)}>
        {isCut ? bulletins.takeAgain : bulletins.takeCut}
      </Button>
      {typeof why === 'string' && <p className={styles.fact}>{why}</p>}
      {isAsking && (
        <Dialog
          title={isCut ? bulletins.takeAgain : bulletins.takeCut}
          description={bulletins.cutConfirm}
          onClose={() => setIsAsking(false)}
          footer={
            <>
              <Button
                look="primary"
                onClick={() => {
                  setIsAsking(false);
                  cut.mutate(
                    { month },
                    {
                      onSuccess: () => toast({ text: bulletins.cutDone }),
                      onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
                    },
                  );
                }}
              >
                {isCut ? bulletins.takeAgain : bulletins.takeCut}
              </Button>
              <Button onClick={() => setIsAsking(false)}>{bulletins.cancel}</Button>
            </>
          }
        >
          {null}
        </Dialog>
      )}
    </>
  );
}
