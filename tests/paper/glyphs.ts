import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One sign as the page draws it: what it stands for, and its place in the font; place 0 is the box for what is missing. */
export type Drawn = { text: string; glyph: number };

/** Reads every sign that a PDF draws, in the order of drawing. */
export async function readGlyphs(bytes: Uint8Array): Promise<Drawn[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, disableFontFace: true });
  try {
    const pdf = await task.promise;
    const drawn: Drawn[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
      fnArray.forEach((operator, at) => {
        if (operator === OPS.showText) drawn.push(...signsOf(argsArray[at]));
      });
    }
    return drawn;
  } finally {
    await task.destroy();
  }
}

function signsOf(given: unknown): Drawn[] {
  const [signs]: unknown[] = Array.isArray(given) ? given : [];
  return (Array.isArray(signs) ? signs : []).flatMap((sign: unknown): Drawn[] => {
    // Between the signs stand numbers: how far the next one is moved.
    if (typeof sign !== 'object' || sign === null) return [];
    return [{ text: String(Reflect.get(sign, 'unicode')), glyph: Number(Reflect.get(sign, 'originalCharCode')) }];
  });
}
