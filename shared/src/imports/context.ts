import type { ProjectKind } from '../projects/schema.ts';
import type { RowReader } from './cell-reader.ts';
import type { Header } from './headers.ts';
import { type ListLevel, type ListStage, levelInHeading, levelInTitle, levelWord, listWord, stageInHeading, stageWord } from './words.ts';

/** What the headings above a row, the sheet's name and its title say about it. */
export type RowContext = { sheetName: string; header: Header; sections: readonly { text: string; depth: number }[] };

/** The level: its own column, else the innermost heading, the sheet's name, the office in the title. */
export function levelOfRow(reader: RowReader, context: RowContext): ListLevel | null {
  if (reader.has('level')) {
    const word = reader.raw('level');
    const level = levelWord(word);
    if (level === null && word !== '' && !reader.isPart) reader.report('level', 'MISSING_VALUE');
    return level;
  }
  return (
    fromSections(context, levelInHeading) ??
    levelInHeading(context.sheetName) ??
    levelInTitle(context.header.title) ??
    levelInTitle(context.header.titleAbove)
  );
}

/** The class in the year's list: its own column, else the innermost heading, the sheet's name, the title. */
export function stageOfRow(reader: RowReader, context: RowContext): ListStage | null {
  if (reader.has('stage')) {
    const word = reader.text('stage');
    if (word === null) return null;
    const stage = stageWord(word);
    if (stage === null) reader.report('stage', 'STAGE_UNKNOWN');
    return stage;
  }
  return fromSections(context, stageInHeading) ?? stageInHeading(context.sheetName) ?? stageInHeading(context.header.title);
}

/** Which of the two lists a column says that the row is of. */
export function listOfRow(reader: RowReader): ProjectKind | null {
  const word = reader.has('list') ? reader.text('list') : null;
  return word === null ? null : listWord(word);
}

/** The category: its own column, else a heading that states neither level nor class. */
export function categoryOfRow(reader: RowReader, context: RowContext): string | null {
  if (reader.has('category')) return reader.text('category');
  return fromSections(context, (text) => {
    if (levelInHeading(text) !== null || stageInHeading(text) !== null) return null;
    const bare = text
      .replace(/^([一二三四五六七八九十]+|\d+)[、.,:]|^\([一二三四五六七八九十\d]+\)/, '')
      .replace(/[(（][^)）]*[)）]$/, '')
      .replace(/(建设|重建)?(项目|工程|类)*$/, '');
    return bare === '' ? null : bare;
  });
}

function fromSections<T>(context: RowContext, read: (text: string) => T | null): T | null {
  for (const section of [...context.sections].reverse()) {
    const found = read(section.text);
    if (found !== null) return found;
  }
  return null;
}
