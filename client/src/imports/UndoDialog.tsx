import { z } from 'zod';
import { errorSentence, failureOf } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Notice } from '../kit/Page.tsx';
import { useToast } from '../kit/Toast.tsx';
import type { Preview } from './data.ts';
import styles from './ImportPage.module.css';
import { useUndoImport } from './mutations.ts';

const ChangedSince = z.object({
  reason: z.literal('import-changed-since'),
  count: z.number(),
  rows: z.array(z.object({ sheet: z.string(), row: z.number(), name: z.string().nullable() })),
});

/** Asks once more before an import is taken back; where something has changed since, says in which rows. */
export function UndoDialog({ preview, onClose }: { preview: Pick<Preview, 'id' | 'fileName'>; onClose: () => void }) {
  const messages = useMessages();
  const { imports, kit } = messages;
  const undo = useUndoImport();
  const toast = useToast();
  const changed = ChangedSince.safeParse(failureOf(undo.error)?.details).data ?? null;
  return (
    <Dialog
      title={imports.undoTitle}
      {...(undo.error ? { mark: 'stop' as const } : {})}
      description={imports.undoSure(preview.fileName)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{undo.error ? kit.close : kit.cancel}</Button>
          {!undo.error && (
            <Button
              look="danger"
              busy={undo.isPending}
              onClick={() =>
                undo.mutate(
                  { id: preview.id },
                  {
                    onSuccess: ({ removed, restored }) => {
                      toast({ text: imports.undone(removed, restored) });
                      onClose();
                    },
                  },
                )
              }
            >
              {imports.undo}
            </Button>
          )}
        </>
      }
    >
      {undo.error && <Notice look="red">{errorSentence(undo.error, messages)}</Notice>}
      {changed && (
        <ul className={styles.changedRows}>
          {changed.rows.map(({ sheet, row, name }) => (
            <li key={`${sheet}|${row}`}>
              <span className={styles.place}>{`${sheet} ${row}`}</span> {name ?? imports.nothing}
            </li>
          ))}
          {changed.count > changed.rows.length && <li>{imports.moreChanged(changed.count - changed.rows.length)}</li>}
        </ul>
      )}
    </Dialog>
  );
}
