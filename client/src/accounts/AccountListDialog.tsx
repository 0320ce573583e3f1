import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CheckedAccount } from '#shared/accounts/sheet.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPCClient } from '../app/trpc.ts';
import { DropZone } from '../imports/DropZone.tsx';
import { useUnreadable } from '../imports/words.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { base64Of, bytesOf, saveFile, XLSX } from '../kit/download.ts';
import { Notice } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import styles from './AccountsTab.module.css';
import { CheckedList } from './CheckedList.tsx';
import { FirstPasswords } from './FirstPasswords.tsx';
import { useCreateListedAccounts, useReadAccountList } from './mutations.ts';

/** A list of two hundred rows takes a tenth of it; a call carries no more. */
const MOST_BYTES = 600_000;

/** Many accounts at once: the form to fill, what its rows would make, and their passwords, once. */
export function AccountListDialog({ onClose }: { onClose: () => void }) {
  const messages = useMessages();
  const { byList: words } = messages.accounts;
  const client = useTRPCClient();
  const unreadable = useUnreadable();
  const [isTooLarge, setTooLarge] = useState(false);
  const read = useReadAccountList();
  const create = useCreateListedAccounts();
  const template = useMutation({
    mutationFn: () => client.accounts.listTemplate.query(),
    onSuccess: ({ base64 }) => saveFile(words.templateName, bytesOf(base64), XLSX),
  });
  if (create.data) return <FirstPasswords made={create.data} onClose={onClose} />;
  const rows: CheckedAccount[] = read.data ?? [];
  const accounts = rows.flatMap((row) => row.account ?? []);
  const isFit = rows.length > 0 && accounts.length === rows.length;
  const error = create.error ?? read.error ?? template.error;

  async function take(file: File): Promise<void> {
    create.reset();
    setTooLarge(file.size > MOST_BYTES);
    if (file.size > MOST_BYTES) return;
    read.mutate({ fileName: file.name, base64: await base64Of(file) });
  }

  return (
    <Dialog
      title={words.title}
      description={words.note}
      size="large"
      keepOnOutsidePress
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{messages.accounts.cancel}</Button>
          {read.data && <Button onClick={() => read.reset()}>{words.another}</Button>}
          {isFit && (
            <Button look="primary" busy={create.isPending} onClick={() => create.mutate({ accounts })}>
              {words.create(accounts.length)}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.part}>
        {error && <Notice look="red">{unreadable(error) ?? errorSentence(error, messages)}</Notice>}
        {isTooLarge && <Notice look="red">{words.tooLarge}</Notice>}
        {!read.data && (
          <>
            <div>
              <Button icon="download" busy={template.isPending} onClick={() => template.mutate()}>
                {words.template}
              </Button>
            </div>
            {read.isPending ? (
              <Skeleton label={words.reading} />
            ) : (
              <DropZone sent={null} formats={words.formats} onFile={(file) => void take(file)} />
            )}
          </>
        )}
        {read.data && <CheckedList rows={rows} />}
      </div>
    </Dialog>
  );
}
