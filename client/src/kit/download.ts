import { defused } from '#shared/kit/formula.ts';

/** What a workbook is called on its way. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a file to the browser, which keeps it where the person wants it. */
export function saveFile(name: string, content: Uint8Array<ArrayBuffer> | string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser reads it after the click; a moment later it holds its own copy.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Bytes that came as base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/** A file as base64, for a call that carries it. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** Rows as CSV that a Chinese Excel opens as it is meant: UTF-8 by its mark, quotes where they are needed. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${defused(text).replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
