import type { Sheets } from '#shared/bulletins/check.ts';
import type { Pages } from './imprint.ts';

const [AREA_WIDTH, AREA_HEIGHT] = [156, 225];
/** Lengths on the screen are whole sixty-fourths of a pixel; a line that misses by less still stands. */
const SLACK_MM = 0.5;

/** What laid-out sheets measure: how many lines and characters a page holds, what no font has, what reaches beyond its place. */
export function measureSheets(paper: HTMLElement, pages: Pages): Sheets {
  return { ...pages, ...gridOf(paper), lacking: lackingSigns(paper), beyond: beyondOf(paper) };
}

/** 国: as wide as every Chinese sign of a face. */
const FULL_WIDTH = String.fromCodePoint(0x56fd);

function gridOf(paper: HTMLElement): Pick<Sheets, 'lines' | 'characters'> {
  const probe = paper.ownerDocument.createElement('div');
  Object.assign(probe.style, {
    position: 'fixed',
    top: '0',
    left: '0',
    width: `${AREA_WIDTH}mm`,
    visibility: 'hidden',
    whiteSpace: 'nowrap',
  });
  const row = paper.ownerDocument.createElement('span');
  row.textContent = FULL_WIDTH.repeat(20);
  probe.append(row);
  paper.append(probe);
  const [box, text] = [probe.getBoundingClientRect(), row.getBoundingClientRect()];
  probe.remove();
  const pxPerMm = box.width / AREA_WIDTH;
  return {
    lines: Math.floor((AREA_HEIGHT + SLACK_MM) / (box.height / pxPerMm)),
    characters: Math.floor((AREA_WIDTH + SLACK_MM) / (text.width / pxPerMm / 20)),
  };
}

/** No character stands here and none will: whatever is drawn for it is the font's empty box. */
const NO_SIGN = '\u0378';
const SIZE = 32;

/** The signs of the sheets that are drawn as an empty box, because no font of this machine has them. */
function lackingSigns(paper: HTMLElement): string[] {
  const canvas = paper.ownerDocument.createElement('canvas');
  [canvas.width, canvas.height] = [SIZE, SIZE];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return [];
  pen.font = `${SIZE - 6}px ${getComputedStyle(paper).fontFamily}`;
  pen.textBaseline = 'top';
  const drawn = (sign: string): string => {
    pen.clearRect(0, 0, SIZE, SIZE);
    pen.fillText(sign, 0, 0);
    return pen.getImageData(0, 0, SIZE, SIZE).data.join();
  };
  const box = drawn(NO_SIGN);
  const signs = new Set([...(paper.textContent ?? '')].filter((sign) => sign.trim() !== ''));
  return [...signs].filter((sign) => drawn(sign) === box);
}

/** What is wider than the cell or the line that holds it. */
function beyondOf(paper: HTMLElement): string[] {
  return [...paper.querySelectorAll<HTMLElement>('td, th, h1 > span, header p')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map(({ textContent }) => textContent ?? '');
}
