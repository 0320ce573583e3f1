import type { FlagAct } from '#shared/flags/rules.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useKitMessages } from '../kit/language.ts';
import { useToast } from '../kit/Toast.tsx';
import { FlagDialog } from './FlagDialog.tsx';
import type { ListedFlag } from './FlagPanel.tsx';
import { useAnnounce, useReview, useSign, useWithdraw } from './mutations.ts';

/** Asks once more before a flag goes on: with the words that stand with it, or what cannot be taken back. */
export function FlagActDialog({ flag, act, onClose }: { flag: ListedFlag; act: FlagAct; onClose: () => void }) {
  const { flags: text } = useMessages();
  const kit = useKitMessages();
  const toast = useToast();
  const review = useReview();
  const sign = useSign();
  const announce = useAnnounce();
  const withdraw = useWithdraw();
  const name = flag.projectName ?? flag.unitName ?? '';
  const { id, version } = flag;
  const after = { onSuccess: () => toast({ text: text.did[act] }), onSettled: onClose };

  if (act === 'review') {
    return (
      <FlagDialog
        title={text.reviewTitle(name)}
        hint={text.reviewHint}
        basisOf={flag.colour}
        text={flag.basis}
        confirm={text.act.review}
        busy={review.isPending}
        onConfirm={(basis) => review.mutate({ id, version, basis }, after)}
        onClose={onClose}
      />
    );
  }
  if (act === 'withdraw') {
    return (
      <FlagDialog
        title={text.withdrawTitle(name)}
        basisOf={null}
        text=""
        confirm={text.act.withdraw}
        busy={withdraw.isPending}
        onConfirm={(reason) => withdraw.mutate({ id, version, reason }, after)}
        onClose={onClose}
      />
    );
  }
  const { mutate, isPending } = act === 'sign' ? sign : announce;
  return (
    <Dialog
      title={text.actOn(text.act[act], name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{kit.cancel}</Button>
          <Button look="primary" busy={isPending} onClick={() => mutate({ id, version }, after)}>
            {text.act[act]}
          </Button>
        </>
      }
    >
      <p>{flag.basis}</p>
      {act === 'announce' && <p>{text.announceSure(name)}</p>}
    </Dialog>
  );
}
