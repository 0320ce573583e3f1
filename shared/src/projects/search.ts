/** What a search looks at: of a project its name, pinyin, code and unit; of a unit its names and pinyin. */
export type SearchKeys = {
  names: readonly string[];
  /** Syllables with a space between them, lower case, as they are stored. */
  pinyin: string;
  initials: string;
  code: string | null;
  unitName: string | null;
};

/** What one reads a code out by: its last digits. */
const SHORTEST_TAIL = 3;

/** How near a find is, the nearest first. */
const nearness = ['code', 'name-start', 'initials-start', 'pinyin-start', 'name', 'initials', 'pinyin', 'code-part', 'unit'] as const;
type Nearness = (typeof nearness)[number];

/** Text as it is compared: full-width letters and digits as plain ones, no capitals. */
export function searchText(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Pinyin and codes as they are compared: also without the spaces and apostrophes that people and keyboards put in. */
export function searchKey(text: string): string {
  return searchText(text).replace(/[\s'’]/g, '');
}

/**
 * How well a text finds something: 0 is best (its code, or the code's tail), null is not at all. Full pinyin counts from
 * the beginning of a syllable only: `an` is to find 安 and not every 山.
 */
export function rankOf(keys: SearchKeys, text: string): number | null {
  const found = nearest(keys, searchText(text), searchKey(text));
  return found === null ? null : nearness.indexOf(found);
}

function nearest(keys: SearchKeys, text: string, key: string): Nearness | null {
  if (text === '' || key === '') return null;
  const code = keys.code === null ? '' : searchKey(keys.code);
  if (code === key || (key.length >= SHORTEST_TAIL && code.endsWith(key))) return 'code';
  const names = keys.names.map(searchText);
  if (names.some((name) => name.startsWith(text))) return 'name-start';
  if (keys.initials.startsWith(key)) return 'initials-start';
  const at = syllableAt(keys.pinyin, key);
  if (at === 0) return 'pinyin-start';
  if (names.some((name) => name.includes(text))) return 'name';
  if (keys.initials.includes(key)) return 'initials';
  if (at !== null) return 'pinyin';
  if (code.includes(key)) return 'code-part';
  return keys.unitName !== null && searchText(keys.unitName).includes(text) ? 'unit' : null;
}

/** At which syllable a text begins in some pinyin; null where it begins at none. */
function syllableAt(pinyin: string, key: string): number | null {
  let syllable = 0;
  for (let at = 0; at < pinyin.length; at++) {
    if (pinyin.charAt(at) === ' ') syllable++;
    else if ((at === 0 || pinyin.charAt(at - 1) === ' ') && beginsAt(pinyin, at, key)) return syllable;
  }
  return null;
}

/** Letter by letter, spaces passed over: thousands of names are looked at for one key pressed. */
function beginsAt(pinyin: string, start: number, key: string): boolean {
  let at = start;
  for (const letter of key) {
    if (pinyin.charAt(at) === ' ') at++;
    if (pinyin.charAt(at) !== letter) return false;
    at++;
  }
  return true;
}

/**
 * The finds among candidates, best first and at most so many; equals keep the order that they came in (the Chinese one).
 */
export function bestFinds<Item>(items: readonly Item[], keysOf: (item: Item) => SearchKeys, text: string, limit: number): Item[] {
  return items
    .flatMap((item) => {
      const rank = rankOf(keysOf(item), text);
      return rank === null ? [] : [{ item, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ item }) => item);
}
