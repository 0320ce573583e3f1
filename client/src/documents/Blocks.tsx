import type { Block } from '#shared/documents/model.ts';
import { fixedWords, longDate } from '#shared/documents/wording.ts';
import { assertNever } from '#shared/kit/errors.ts';
import styles from './Blocks.module.css';
import { DocumentTable } from './DocumentTable.tsx';
import { Inlines, type OnNumber } from './Inlines.tsx';

/** The blocks of a body or an annex, one below the other. */
export function Blocks({ blocks, onNumber }: { blocks: readonly Block[]; onNumber: OnNumber | undefined }) {
  return blocks.map((block, index) => {
    // Blocks have no identity but their place.
    const key = `${index}:${block.type}`;
    return <OneBlock key={key} block={block} isFirstOfType={blocks[index - 1]?.type !== block.type} onNumber={onNumber} />;
  });
}

const levels = { 1: styles.level1, 2: styles.level2, 3: styles.level3, 4: styles.level4 };
const elements = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5' } as const;

function OneBlock({ block, isFirstOfType, onNumber }: { block: Block; isFirstOfType: boolean; onNumber: OnNumber | undefined }) {
  switch (block.type) {
    case 'heading': {
      const Heading = elements[block.level];
      return (
        <Heading className={`${styles.heading} ${levels[block.level]}`} data-section={block.section}>
          {block.text}
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p className={styles.paragraph} data-section={block.section}>
          {block.lead === null ? null : <span className={levels[block.lead.level]}>{block.lead.text}</span>}
          <Inlines inlines={block.inlines} onNumber={onNumber} />
        </p>
      );
    case 'list':
      return block.items.map((item) => (
        <p key={item.map((inline) => inline.text).join('')} className={styles.paragraph}>
          <Inlines inlines={item} onNumber={onNumber} />
        </p>
      ));
    case 'table':
      return <DocumentTable table={block} onNumber={onNumber} />;
    case 'roll':
      return (
        <p className={`${styles.roll} ${isFirstOfType ? styles.apart : ''}`}>
          <span className={styles.level1}>{block.label}</span>
          {fixedWords.names(block.entries)}
        </p>
      );
    case 'attachments':
      return <Attachments titles={block.titles} />;
    case 'signature':
      return (
        <div className={`${styles.signature} ${styles.apart}`}>
          <p>{block.name}</p>
          {block.on === null ? null : <p className={styles.signedOn}>{longDate(block.on)}</p>}
        </div>
      );
    default:
      return assertNever(block);
  }
}

function Attachments({ titles }: { titles: readonly string[] }) {
  return (
    <div className={`${styles.attachments} ${styles.apart}`}>
      <span>{fixedWords.attachments}</span>
      <ol>
        {titles.map((title, index) => (
          <li key={title}>{titles.length === 1 ? title : `${index + 1}. ${title}`}</li>
        ))}
      </ol>
    </div>
  );
}
