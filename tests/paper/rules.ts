import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A filled bar on a page, such as the red rule; millimetres from the page's top left corner. */
export type PdfBar = { page: number; x: number; y: number; width: number; height: number; colour: string };

type Matrix = readonly [number, number, number, number, number, number];

const MM = 25.4 / 72;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Reads the horizontal lines of a PDF: filled boxes that are wide and thin. */
export async function readBars(bytes: Uint8Array): Promise<PdfBar[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    const pdf = await task.promise;
    const bars: PdfBar[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { height } = page.getViewport({ scale: 1 });
      const { fnArray, argsArray } = await page.getOperatorList();
      bars.push(...barsOf(fnArray, argsArray, height).map((bar) => ({ page: number, ...bar })));
    }
    return bars.filter((bar) => bar.height < 1.5 && bar.width > 20);
  } finally {
    await task.destroy();
  }
}

function barsOf(operators: readonly number[], given: readonly unknown[], pageHeight: number): Omit<PdfBar, 'page'>[] {
  const bars: Omit<PdfBar, 'page'>[] = [];
  const saved: { matrix: Matrix; colour: string }[] = [];
  let state: { matrix: Matrix; colour: string } = { matrix: IDENTITY, colour: '#000000' };
  operators.forEach((operator, index) => {
    const values = given[index];
    if (operator === OPS.save) saved.push(state);
    else if (operator === OPS.restore) state = saved.pop() ?? state;
    else if (operator === OPS.transform) state = { ...state, matrix: product(state.matrix, matrixOf(values)) };
    else if (operator === OPS.setFillRGBColor) state = { ...state, colour: colourOf(values) };
    else if (operator === OPS.constructPath && Array.isArray(values)) {
      const box: unknown = values[2];
      if (Array.isArray(box)) bars.push({ ...boxed(box.map(Number), state.matrix, pageHeight), colour: state.colour });
    }
  });
  return bars;
}

function boxed([left = 0, top = 0, right = 0, bottom = 0]: number[], [a, b, c, d, e, f]: Matrix, pageHeight: number) {
  const place = (x: number, y: number) => [(a * x + c * y + e) * MM, (pageHeight - (b * x + d * y + f)) * MM] as const;
  const [x0, y0] = place(left, top);
  const [x1, y1] = place(right, bottom);
  return { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
}

function product(left: Matrix, right: Matrix): Matrix {
  const [a, b, c, d, e, f] = left;
  const [g, h, i, j, k, l] = right;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function matrixOf(values: unknown): Matrix {
  if (!Array.isArray(values)) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values.map(Number);
  return [a, b, c, d, e, f];
}

function colourOf(values: unknown): string {
  const bytes =
    values instanceof Object && 'length' in values ? Array.from({ length: 3 }, (_, index) => Number(Reflect.get(values, index))) : [];
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
