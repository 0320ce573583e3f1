import type { Language } from '../kit/languages.ts';
import { fetched } from '../kit/part.ts';
import { waitingFor } from '../kit/waiting.ts';
import { zh } from './words-zh.ts';
import type { zhPages } from './words-zh-pages.ts';

/** Everything the page says, one branch a feature. */
export type Catalogue = typeof zh & typeof zhPages;

type Words = Partial<Catalogue>;

/** Chinese is there from the start, and of it what the frame and the board say; the rest comes with the first other page. */
const here: Record<Language, Words> = { zh: { ...zh }, en: {} };
const coming = new Map<string, Promise<void>>();

const sources: Record<Language, { first: () => Promise<Words>; pages: () => Promise<Words> }> = {
  zh: { first: async () => zh, pages: async () => (await import('./words-zh-pages.ts')).zhPages },
  en: { first: async () => (await import('./words-en.ts')).en, pages: async () => (await import('./words-en-pages.ts')).enPages },
};

function load(language: Language, part: 'first' | 'pages'): Promise<void> {
  const name = `${language} ${part}`;
  const loading = coming.get(name) ?? fetched(sources[language][part]).then((words) => void Object.assign(here[language], words));
  coming.set(name, loading);
  return loading;
}

/** Brings the words of every page, so that none has to wait for its own. */
export async function loadWords(language: Language): Promise<void> {
  await Promise.all([load(language, 'first'), load(language, 'pages')]);
}

/** A catalogue that waits, as a page waits for its file, where it is asked for words that are still on their way. */
function waiting(language: Language): Catalogue {
  return waitingFor<Catalogue>(here[language], (feature) => load(language, feature in zh ? 'first' : 'pages'));
}

export const catalogues: Record<Language, Catalogue> = { zh: waiting('zh'), en: waiting('en') };
