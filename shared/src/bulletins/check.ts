import type { Document, Inline } from '../documents/model.ts';
import { inlinesOf } from '../documents/tokens.ts';
import type { BulletinRow } from './input.ts';
import type { Outline } from './outline.ts';

/** GB/T 9704-2012, 5.2: lines of a page and characters of a line. */
export const GRID = { lines: 22, characters: 28 } as const;

/** What the sheets measure once they are laid out, and what on them cannot be printed as it should be. */
export type Sheets = {
  pages: number;
  lines: number;
  characters: number;
  /** The first and the last page of each section. */
  sections: ReadonlyMap<string, { first: number; last: number }>;
  /** Signs that no font of this machine has. */
  lacking: readonly string[];
  /** Words that reach beyond their line or cell. */
  beyond: readonly string[];
};

/** A project with a red or yellow lamp that the bulletin names without a reason. */
export type Unreasoned = Pick<BulletinRow, 'name' | 'lamp'>;

/** What is looked at before a bulletin is sent on: first its form, then what it says. */
export const formChecks = [
  'grid',
  'signs',
  'margins',
  'imprint',
  'cut',
  'numbers',
  'typed',
  'reasons',
  'words',
  'sections',
  'date',
] as const;
/** What is looked at, in the order of the list. */
export type FormCheckId = (typeof formChecks)[number];

/** One line of 版式自检: whether it is as it should be, what it concerns, and where that stands. */
export type FormCheck = { id: FormCheckId; isRight: boolean; names: string[]; at: Place | null };
/** A section of the sheet, or a panel of the composer. */
export type Place = { section: string } | { panel: 'words' | 'changes' | 'flow' };

/** The draft as it is drawn, and what is known of its cut. */
export type FormCheckInput = {
  document: Document;
  /** Null until the sheets are laid out. */
  sheets: Sheets | null;
  outline: Outline;
  isCut: boolean;
  /** The labels of numbers that newer figures put otherwise. */
  stale: readonly string[];
  /** Edits whose paragraph is not drafted any more. */
  lost: readonly string[];
  unreasoned: readonly Unreasoned[];
};

/** The projects whose lamp has no reason to name. */
export function unreasonedOf(rows: readonly BulletinRow[]): Unreasoned[] {
  const isNamed = ({ standing, lamp }: BulletinRow) => standing === 'active' && (lamp === 'red' || lamp === 'yellow');
  return rows.filter((row) => isNamed(row) && row.reasons.length === 0).map(({ name, lamp }) => ({ name, lamp }));
}

/** 版式自检: what the paper's form and the text are to be looked at for before the bulletin is sent on. */
export function checkForm(given: FormCheckInput): FormCheck[] {
  const { document, sheets, outline, isCut, stale, lost, unreasoned } = given;
  const typed = typedIn(document);
  const written = new Set(sectionsOf(document).map(({ section }) => section));
  const silent = outline.filter(({ id, isOn }) => isOn && !written.has(id)).map(({ id }) => id);
  return [
    ...(sheets ? measured(sheets) : []),
    line('cut', isCut, [], { panel: 'flow' }),
    line('numbers', stale.length === 0, stale, { panel: 'changes' }),
    line('typed', typed.length === 0, [...new Set(typed.map(({ text }) => text))], placeOf(typed[0]?.section)),
    line(
      'reasons',
      unreasoned.length === 0,
      unreasoned.map(({ name }) => name),
      placeOf(unreasoned[0]?.lamp ?? undefined),
    ),
    line('words', lost.length === 0, lost, { panel: 'words' }),
    // A section that has nothing to say is not printed, as it should be; whoever switched it on may wonder.
    line('sections', true, silent, null),
    line('date', document.masthead?.issuedOn != null, [], null),
  ];
}

function measured({ pages, lines, characters, lacking, beyond }: Sheets): FormCheck[] {
  return [
    line('grid', lines === GRID.lines && characters === GRID.characters, [String(lines), String(characters)], null),
    line('signs', lacking.length === 0, lacking, null),
    line('margins', beyond.length === 0, beyond, null),
    line('imprint', pages % 2 === 0, [String(pages)], null),
  ];
}

function line(id: FormCheckId, isRight: boolean, names: readonly string[], at: Place | null): FormCheck {
  return { id, isRight, names: [...names], at };
}

function placeOf(section: string | undefined): Place | null {
  return section === undefined ? null : { section };
}

function sectionsOf(document: Document): { section: string | undefined; inlines: Inline[] }[] {
  return [
    ...document.blocks.map((block) => ({ section: 'section' in block ? block.section : undefined, inlines: inlinesOf(block) })),
    ...document.annexes.map((annex) => ({ section: annex.section, inlines: annex.blocks.flatMap(inlinesOf) })),
  ];
}

/** What was written by hand: a number typed over, or a figure in the words that no rows give. */
function typedIn(document: Document): { text: string; section: string | undefined }[] {
  const isTyped = (inline: Inline) => (inline.type === 'number' ? inline.put?.how === 'typed' : inline.type === 'text' && inline.typed);
  return sectionsOf(document).flatMap(({ section, inlines }) => inlines.filter(isTyped).map(({ text }) => ({ text, section })));
}
