import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page. Lengths are millimetres from the page's top left corner. */
export type PdfText = {
  text: string;
  x: number;
  width: number;
  /** The line that Latin letters stand on. */
  baseline: number;
  /** Top and bottom of the em box, which a Chinese character fills: 0.88 em above the baseline, 0.12 em below. */
  top: number;
  bottom: number;
  /** Font size in points. */
  size: number;
  font: string;
};

/** A page with its size in millimetres. */
export type PdfPage = { width: number; height: number; texts: PdfText[] };

/** Texts that stand on one baseline, from left to right. */
export type PdfLine = {
  text: string;
  x: number;
  right: number;
  baseline: number;
  top: number;
  bottom: number;
  size: number;
  texts: PdfText[];
};

const MM = 25.4 / 72;
const ASCENT = 0.88;

/** Reads what a PDF shows: its pages, and where each text stands. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  // pdf.js takes the buffer for itself, and the caller may still want it.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, disableFontFace: true });
  try {
    const pdf = await task.promise;
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(await pdf.getPage(number)));
    return pages;
  } finally {
    await task.destroy();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readPage(page: Page): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  // The operators are read for their fonts: only then does pdf.js know their names.
  await page.getOperatorList();
  const { items } = await page.getTextContent({ disableNormalization: true });
  const texts = items.flatMap((item): PdfText[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 0, b = 0, , , x = 0, y = 0]: number[] = item.transform;
    const size = Math.hypot(a, b);
    const baseline = (height - y) * MM;
    return [
      {
        text: ideographs(item.str),
        x: x * MM,
        width: item.width * MM,
        baseline,
        top: baseline - size * ASCENT * MM,
        bottom: baseline + size * (1 - ASCENT) * MM,
        size,
        font: fontName(page, item.fontName),
      },
    ];
  });
  return { width: width * MM, height: height * MM, texts };
}

const RADICALS = '⺒⺓⺠⻁⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰';
const IDEOGRAPHS = '巳幺民虎见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙';

/** Chromium writes the radical ⽬ for 目 where a font draws both with one glyph; on paper they are the same. */
function ideographs(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/gu, (radical) => IDEOGRAPHS[RADICALS.indexOf(radical)] ?? radical.normalize('NFKC'));
}

/** The font's own name without the subset's prefix, `NotoSerifSC-Bold`. */
function fontName(page: Page, key: string): string {
  const font: { name?: string } | null = page.commonObjs.has(key) ? page.commonObjs.get(key) : null;
  return (font?.name ?? key).replace(/^[A-Z]{6}\+/, '');
}

/** Groups the texts of a page into lines, from top to bottom; texts whose baselines differ by less than `within` mm share one. */
export function linesOf(page: PdfPage, within = 1): PdfLine[] {
  const groups: PdfText[][] = [];
  for (const text of page.texts.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = groups.at(-1);
    const first = last?.[0];
    if (last && first && text.baseline - first.baseline < within) last.push(text);
    else groups.push([text]);
  }
  return groups.map((group) => lineOf(group.toSorted((a, b) => a.x - b.x)));
}

function lineOf(texts: PdfText[]): PdfLine {
  return {
    text: texts.map((each, index) => (isApart(texts[index - 1], each) ? ` ${each.text}` : each.text)).join(''),
    x: Math.min(...texts.map((each) => each.x)),
    right: Math.max(...texts.map((each) => each.x + each.width)),
    baseline: Math.max(...texts.map((each) => each.baseline)),
    top: Math.min(...texts.map((each) => each.top)),
    bottom: Math.max(...texts.map((each) => each.bottom)),
    size: Math.max(...texts.map((each) => each.size)),
    texts,
  };
}

/** A space of its own is not a text; it shows as a distance. */
function isApart(before: PdfText | undefined, text: PdfText): boolean {
  if (!before || /\s$/.test(before.text) || /^\s/.test(text.text)) return false;
  return text.x - before.x - before.width > text.size * MM * 0.2;
}
