import type { Sheets } from '#shared/bulletins/check.ts';
import { isAnnex, movedSection, type Outline, type SectionId, switchedSection } from '#shared/bulletins/outline.ts';
import type { Document } from '#shared/documents/model.ts';
import { useMessages } from '../app/language.tsx';
import { IconButton } from '../kit/Button.tsx';
import { classes } from '../kit/classes.ts';
import { Section } from '../kit/Page.tsx';
import styles from './Contents.module.css';

type ContentsProps = {
  document: Document;
  outline: Outline;
  section: SectionId | null;
  /** Null until the sheets are laid out. */
  sheets: Sheets | null;
  onSection: (section: SectionId) => void;
  /** Null where nobody may change the order. */
  onOutline: ((outline: Outline) => void) | null;
};

/** 目录: what the bulletin has, in order; each part switched, moved, and found on the sheet. */
export function Contents({ document, outline, section, sheets, onSection, onOutline }: ContentsProps) {
  const { bulletins } = useMessages();
  const written = writtenSections(document);
  const lists = [false, true].map((annexes) => outline.filter(({ id }) => isAnnex(id) === annexes));
  return (
    <Section title={bulletins.contents} note={sheets ? bulletins.pages(sheets.pages) : undefined}>
      {lists.map((list) => (
        <ul key={list[0]?.id} className={styles.list}>
          {list.map(({ id, isOn }, at) => {
            const name = bulletins.sections[id];
            return (
              <li key={id} className={classes(styles.line, id === section && styles.current)}>
                <button
                  type="button"
                  className={styles.name}
                  aria-current={id === section}
                  disabled={!written.has(id)}
                  onClick={() => onSection(id)}
                >
                  {name}
                  {!written.has(id) && <small>{isOn ? bulletins.nothingToSay : bulletins.switchedOff}</small>}
                </button>
                <OnPages pages={sheets?.sections.get(id)} />
                {onOutline && (
                  <span className={styles.acts}>
                    <IconButton
                      icon="up"
                      size="small"
                      label={bulletins.moveUp(name)}
                      disabled={at === 0}
                      onClick={() => onOutline(movedSection(outline, id, -1))}
                    />
                    <IconButton
                      icon="down"
                      size="small"
                      label={bulletins.moveDown(name)}
                      disabled={at === list.length - 1}
                      onClick={() => onOutline(movedSection(outline, id, 1))}
                    />
                    <input
                      type="checkbox"
                      className={styles.box}
                      aria-label={bulletins.has(name)}
                      checked={isOn}
                      onChange={(event) => onOutline(switchedSection(outline, id, event.target.checked))}
                    />
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      ))}
    </Section>
  );
}

function OnPages({ pages }: { pages: { first: number; last: number } | undefined }) {
  const { bulletins } = useMessages();
  if (!pages) return null;
  const { first, last } = pages;
  return (
    <span className={styles.pages} title={bulletins.onPages(first, last)}>
      {first === last ? first : `${first}–${last}`}
    </span>
  );
}

/** What stands on the sheet: a section that has nothing to say this month is not written. */
function writtenSections(document: Document): Set<string> {
  const sections = [
    ...document.blocks.map((block) => ('section' in block ? block.section : undefined)),
    ...document.annexes.map(({ section }) => section),
  ];
  return new Set(sections.filter((section) => section !== undefined));
}
