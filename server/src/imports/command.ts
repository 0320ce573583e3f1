import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type ImportKind, importKinds } from '#shared/imports/fields.ts';
import { ledgerOfReading, matchLedger } from '#shared/imports/ledger.ts';
import { type ImportReading, isOfProjects } from '#shared/imports/read.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { caps } from './caps.ts';
import type { LedgerOnRecord } from './ledger-on-record.ts';
import { understandInWorker } from './run.ts';
import { asJson, asText, explainRefusal, explainUnmatched } from './summary.ts';
import type { Understood } from './understand.ts';

/** What the command asks of an installation; without one it neither matches against records nor offers --apply. */
export type Installation = {
  /** Writes the rows of a reading to the database and says in Chinese what it did. */
  apply: (understood: Understood, fileName: string, bytes: Uint8Array) => Promise<string>;
  ledger: (year: number | null) => Promise<LedgerOnRecord>;
};

type Output = { out: (text: string) => void; err: (text: string) => void };

/** The import command; gives the exit code: 0 read, 1 refused, 2 asked wrongly. */
export async function importCommand(args: readonly string[], { out, err }: Output, installation?: Installation): Promise<number> {
  const usage = `用法：npm run import -- FILE [--kind ${importKinds.join('|')}] [--ledger FILE] [--json]${installation ? ' [--apply]' : ''}`;
  const asked = readArguments(args, installation !== undefined);
  if (asked === null) {
    err(usage);
    return 2;
  }
  try {
    const bytes = await load(asked.file);
    const correction = asked.kind === null ? {} : { kind: asked.kind };
    const understood = await understandInWorker(bytes, basename(asked.file), { correction });
    const { reading, unmatched } = await matched(understood.reading, asked.ledger, installation);
    out(asked.json ? asJson(reading) : asText(reading));
    // With --json stdout holds the answer alone; what else there is to say goes beside it.
    const say = asked.json ? err : out;
    if (unmatched !== null) say(`\n${unmatched}`);
    if (asked.apply && installation) say(await installation.apply(understood, basename(asked.file), bytes));
    else if (installation && !asked.json) out('\n以上未写入数据库。确认无误后加 --apply 写入：npm run import -- FILE --apply');
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    err(explainRefusal(error));
    return 1;
  }
}

type Matched = { reading: ImportReading; unmatched: string | null };

/** Returns, approvals and plans are about projects on record: each row's is looked for in the list that is named, else in the database. */
async function matched(reading: ImportReading, ledger: string | null, installation: Installation | undefined): Promise<Matched> {
  if (isOfProjects(reading)) return { reading, unmatched: null };
  if (ledger !== null) {
    const { reading: known } = await understandInWorker(await load(ledger), basename(ledger));
    if (!isOfProjects(known)) throw new DomainError('FILE_UNREADABLE', { reason: 'ledger', kind: known.kind });
    return { reading: matchLedger(reading, ledgerOfReading(known)), unmatched: null };
  }
  const found = await installation?.ledger(reading.year);
  if (found === undefined) return { reading, unmatched: null };
  if ('none' in found) return { reading, unmatched: explainUnmatched(found.none) };
  return { reading: matchLedger(reading, found.entries), unmatched: null };
}

async function load(file: string): Promise<Buffer> {
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) throw new DomainError('FILE_UNREADABLE', { reason: 'missing' });
  if (size > caps.fileBytes) throw new DomainError('TOO_LARGE', { limit: 'file', max: caps.fileBytes });
  return readFile(file);
}

function readArguments(
  args: readonly string[],
  canApply: boolean,
): { file: string; kind: ImportKind | null; ledger: string | null; json: boolean; apply: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        ledger: { type: 'string' },
        json: { type: 'boolean', default: false },
        apply: { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    const kind = importKinds.find((known) => known === values.kind) ?? null;
    if (file === undefined || positionals.length > 1 || (values.kind !== undefined && kind === null) || (values.apply && !canApply))
      return null;
    return { file, kind, ledger: values.ledger ?? null, json: values.json, apply: values.apply };
  } catch {
    return null;
  }
}
