import { DomainError } from '#shared/kit/errors.ts';
import { type Outgoing, sheetOf } from '#shared/ledgers/sheet.ts';
import { writeXlsx } from '../kit/xlsx.ts';

/** Each takes a core for a second or two: more at once would stop the others' work. */
const EXPORTS_AT_ONCE = 2;
let under = 0;

/** A ledger as the bytes of a workbook, in base64, under the name that the file is to have. */
export async function exportLedger(outgoing: Outgoing): Promise<{ fileName: string; rows: number; base64: string }> {
  if (under >= EXPORTS_AT_ONCE) throw new DomainError('TOO_MANY_REQUESTS', { minutes: 1 });
  under += 1;
  try {
    const sheet = sheetOf(outgoing);
    const bytes = await writeXlsx([sheet]);
    return { fileName: `${sheet.title}-${outgoing.asOf}.xlsx`, rows: sheet.rows.length, base64: Buffer.from(bytes).toString('base64') };
  } finally {
    under -= 1;
  }
}
