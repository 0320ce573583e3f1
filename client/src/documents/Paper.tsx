import { useLayoutEffect, useRef } from 'react';
import type { Sheets } from '#shared/bulletins/check.ts';
import type { Annex, Document, Imprint, Masthead } from '#shared/documents/model.ts';
import { titleLines } from '#shared/documents/title.ts';
import { fixedWords, longDate } from '#shared/documents/wording.ts';
import { widthOf } from '#shared/kit/text.ts';
import { Blocks } from './Blocks.tsx';
import type { OnNumber } from './Inlines.tsx';
import { placeImprint } from './imprint.ts';
import { measureSheets } from './measure.ts';
import styles from './Paper.module.css';
import './pages.css';

/** What has to stand on one page is set smaller; what is to be signed leaves room for it. */
const looks: { readonly [Kind in Document['kind']]?: string | undefined } = {
  'project-sheet': styles.compact,
  'meeting-papers': styles.compact,
  'sign-in-sheet': `${styles.compact} ${styles.signing}`,
};

/**
 * A document as A4 sheets: on the screen a sheet for the body and one for each annex, on paper the pages of GB/T 9704.
 * `onNumber` hears which number was chosen; without it numbers are not controls. `onLaid` hears how the sheets came out.
 */
export function Paper({ document, onNumber, onLaid }: { document: Document; onNumber?: OnNumber; onLaid?: (sheets: Sheets) => void }) {
  const paper = useRef<HTMLElement>(null);
  // Only the laid-out text knows where its last page ends. It is laid out again when the fonts have come.
  useLayoutEffect(() => {
    const sheets = paper.current;
    if (!sheets || document.imprint === null) return;
    const layOut = () => {
      const pages = placeImprint(sheets);
      if (pages && onLaid) onLaid(measureSheets(sheets, pages));
    };
    layOut();
    let isGone = false;
    void sheets.ownerDocument.fonts.ready.then(() => {
      if (!isGone) layOut();
    });
    return () => {
      isGone = true;
    };
  }, [document, onLaid]);
  const tail = document.imprint === null ? null : <Tail imprint={document.imprint} />;
  const last = document.annexes.at(-1);
  return (
    <article ref={paper} className={`${styles.paper} ${looks[document.kind] ?? ''}`} lang="zh-CN" data-kind={document.kind}>
      {document.isDraft ? <p className={styles.draft}>{fixedWords.draft}</p> : null}
      <section className={styles.sheet}>
        {document.masthead && <Head masthead={document.masthead} isMinutes={document.kind === 'minutes'} />}
        <Title lines={titleLines(document.title)} />
        {document.salutation === null ? null : <p className={styles.salutation}>{document.salutation}</p>}
        <Blocks blocks={document.blocks} onNumber={onNumber} />
        {last === undefined ? tail : null}
      </section>
      {document.annexes.map((annex) => (
        <AnnexSheet key={annex.label} annex={annex} onNumber={onNumber}>
          {annex === last && !annex.isLandscape ? tail : null}
        </AnnexSheet>
      ))}
      {/* 版记 stands upright: after a landscape annex it gets a page of its own. */}
      {tail !== null && last?.isLandscape ? <section className={`${styles.sheet} ${styles.annex}`}>{tail}</section> : null}
    </article>
  );
}

/** The type area in millimetres. A name is never broken, so a long one is set smaller; `letter` is a character with its spacing, in em. */
const TYPE_AREA_MM = 156;

function fitted(line: string, largest: number, letter: number) {
  return { fontSize: `${Math.min(largest, TYPE_AREA_MM / (widthOf(line) * letter)).toFixed(2)}mm` };
}

function Head({ masthead, isMinutes }: { masthead: Masthead; isMinutes: boolean }) {
  const name = masthead.lines.at(-1) ?? '';
  return (
    <header className={`${styles.masthead} ${isMinutes ? styles.mark : ''} ${masthead.isRed ? '' : styles.black}`}>
      <div className={styles.names}>
        {masthead.lines.slice(0, -1).map((line) => (
          <p key={line} className={styles.prefix} style={fitted(line, 12, 1.1)}>
            {line}
          </p>
        ))}
        <p className={styles.name} style={fitted(name, 16.4, isMinutes ? 1.04 : 1.16)}>
          {name}
        </p>
      </div>
      <p className={styles.issue}>{masthead.issueNumber}</p>
      <p className={styles.issuer}>
        <span>{masthead.issuer}</span>
        <span>{masthead.issuedOn === null ? null : longDate(masthead.issuedOn)}</span>
      </p>
    </header>
  );
}

function Title({ lines }: { lines: readonly string[] }) {
  return (
    <h1 className={styles.title}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </h1>
  );
}

function AnnexSheet({ annex, onNumber, children }: { annex: Annex; onNumber: OnNumber | undefined; children: React.ReactNode }) {
  return (
    <section
      className={`${styles.sheet} ${styles.annex} ${annex.isLandscape ? styles.wide : ''}`}
      data-section={annex.section}
      data-across={annex.isLandscape ? '' : undefined}
    >
      <p className={styles.label}>{annex.label}</p>
      <h2 className={styles.annexTitle}>{annex.title}</h2>
      <Blocks blocks={annex.blocks} onNumber={onNumber} />
      {children}
    </section>
  );
}

function Tail({ imprint }: { imprint: Imprint }) {
  return (
    <div className={styles.tail} data-imprint>
      <div className={styles.blank} />
      <div className={styles.filler} data-imprint-filler />
      <footer className={styles.imprint}>
        {imprint.recipients.map(({ label, text }) => (
          <p key={label} className={styles.recipient}>
            <span>{fixedWords.label(label)}</span>
            <span>{text}</span>
          </p>
        ))}
        <p className={styles.printed}>
          <span>{imprint.office}</span>
          <span>{imprint.printedOn === null ? null : `${longDate(imprint.printedOn)}${fixedWords.printed}`}</span>
        </p>
        {imprint.copies === null ? null : <p className={styles.copies}>{fixedWords.copies(imprint.copies)}</p>}
      </footer>
    </div>
  );
}
