import { useState } from 'react';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { DropZone } from '../imports/DropZone.tsx';
import { useSendList } from '../imports/send.ts';
import { useUnreadable } from '../imports/words.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Notice } from '../kit/Page.tsx';
import styles from './ByExcel.module.css';
import { useReturnWorkbook } from './mutations.ts';

/** Many returns at once: the week's forms as a workbook to fill in, and the way back into the record. */
export function ByExcel() {
  const { returns } = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon="download" onClick={() => setOpen(true)}>
        {returns.excel.title}
      </Button>
      {isOpen && <ExcelDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ExcelDialog({ onClose }: { onClose: () => void }) {
  const messages = useMessages();
  const { excel } = messages.returns;
  const unreadable = useUnreadable();
  const workbook = useReturnWorkbook();
  const { send, sent, failure } = useSendList();
  const error: unknown = failure ?? workbook.error;
  return (
    <Dialog
      title={excel.title}
      description={excel.note}
      keepOnOutsidePress
      onClose={onClose}
      footer={<Button onClick={onClose}>{messages.kit.close}</Button>}
    >
      {error !== null && error !== undefined && <Notice look="red">{unreadable(error) ?? errorSentence(error, messages)}</Notice>}
      <section className={styles.step}>
        <h3 className={styles.head}>{excel.first}</h3>
        <p className={styles.hint}>{excel.firstHint}</p>
        <Button look="primary" icon="download" busy={workbook.isPending} onClick={() => workbook.mutate()}>
          {excel.download}
        </Button>
        {workbook.data && <p role="status">{excel.downloaded(workbook.data.rows)}</p>}
      </section>
      <section className={styles.step}>
        <h3 className={styles.head}>{excel.second}</h3>
        <DropZone formats={excel.formats} onFile={send} sent={sent} />
      </section>
    </Dialog>
  );
}
