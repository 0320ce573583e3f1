import { type DragEvent, useRef, useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { classes } from '../kit/classes.ts';
import { Icon } from '../kit/Icon.tsx';
import { ProgressTrack } from '../kit/ProgressTrack.tsx';
import styles from './DropZone.module.css';

/** How far a file has come: how much of it was sent, then how much of it was read; 0 to 100. */
export type Sent = { part: 'sending' | 'reading'; percent: number };

type DropZoneProps = {
  /** What may be dropped, where it is no list of projects. */
  formats?: string;
  onFile: (file: File) => void;
  /** How far the file has come; null while nothing is on its way. */
  sent: Sent | null;
};

/** Where a file is let fall or chosen, and how far it has come. */
export function DropZone({ onFile, sent, formats }: DropZoneProps) {
  const { imports } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file && sent === null) onFile(file);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same without dragging
    <div
      className={classes(styles.zone, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={24} />
      {sent === null ? (
        <>
          <p className={styles.drop}>{imports.drop}</p>
          <Button look="primary" icon="upload" onClick={() => input.current?.click()}>
            {imports.choose}
          </Button>
          <p className={styles.hint}>{formats ?? imports.formats}</p>
          <p className={styles.hint}>{imports.safe}</p>
        </>
      ) : (
        <div className={styles.progress} role="status">
          <p>{imports[sent.part](sent.percent)}</p>
          <ProgressTrack label={imports[sent.part](sent.percent)} done={sent.percent} total={100} />
        </div>
      )}
      <input
        ref={input}
        className={styles.file}
        type="file"
        tabIndex={-1}
        aria-label={imports.choose}
        accept=".xlsx,.xls,.csv,.et"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
