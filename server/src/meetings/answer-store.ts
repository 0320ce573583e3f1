import type { Instant } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { DecisionAnswer } from '#shared/meetings/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** What was answered on decisions, the newest first, each with its files. */
export async function ofDecisions(db: Reader, decisionIds: readonly Id<'decision'>[]): Promise<DecisionAnswer[]> {
  if (decisionIds.length === 0) return [];
  const answers = await db
    .selectFrom('decision_answer')
    .selectAll()
    .where('decisionId', 'in', decisionIds)
    .orderBy('answeredAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const files = await db
    .selectFrom('decision_file')
    .innerJoin('decision_answer', 'decision_answer.id', 'decision_file.answerId')
    .innerJoin('file', 'file.id', 'decision_file.fileId')
    .select(['decision_file.answerId', 'file.id', 'file.name', 'file.size', 'file.mediaType'])
    .where('decision_answer.decisionId', 'in', decisionIds)
    .orderBy('file.id')
    .execute();
  const own = groupBy(files, (file) => file.answerId);
  return answers.map((answer) => ({ ...answer, files: (own.get(answer.id) ?? []).map(({ answerId: _answer, ...file }) => file) }));
}

export async function insert(tx: Tx, answer: Omit<DecisionAnswer, 'files'>, fileIds: readonly Id<'file'>[]): Promise<void> {
  await tx.insertInto('decision_answer').values(answer).execute();
  if (fileIds.length === 0) return;
  await tx
    .insertInto('decision_file')
    .values(fileIds.map((fileId) => ({ answerId: answer.id, fileId })))
    .execute();
}

/** Marks the answer that is being looked at as not enough. */
export async function sendBack(tx: Tx, decisionId: Id<'decision'>, reason: string, now: Instant): Promise<void> {
  const [latest] = await ofDecisions(tx, [decisionId]);
  if (!latest) throw new DomainError('NOT_FOUND', { entity: 'decision' });
  await tx.updateTable('decision_answer').set({ sentBackAt: now, sentBackReason: reason }).where('id', '=', latest.id).execute();
}

/** The decision that a file was handed in for, or null. */
export async function decisionOfFile(db: Reader, fileId: Id<'file'>): Promise<Id<'decision'> | null> {
  const row = await db
    .selectFrom('decision_file')
    .innerJoin('decision_answer', 'decision_answer.id', 'decision_file.answerId')
    .select('decision_answer.decisionId')
    .where('decision_file.fileId', '=', fileId)
    .executeTakeFirst();
  return row?.decisionId ?? null;
}
