import type { Instant } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { ProblemAnswer } from '#shared/problems/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';

/** What was answered on problems, the newest first, each with its files. */
export async function ofProblems(db: Reader, problemIds: readonly Id<'problem'>[]): Promise<ProblemAnswer[]> {
  if (problemIds.length === 0) return [];
  const answers = await db
    .selectFrom('problem_answer')
    .selectAll()
    .where('problemId', 'in', problemIds)
    .orderBy('answeredAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  if (answers.length === 0) return [];
  const files = await db
    .selectFrom('problem_file')
    .innerJoin('file', 'file.id', 'problem_file.fileId')
    .select(['problem_file.answerId', 'file.id', 'file.name', 'file.size', 'file.mediaType'])
    .where(
      'problem_file.answerId',
      'in',
      answers.map(({ id }) => id),
    )
    .orderBy('file.id')
    .execute();
  const own = groupBy(files, (file) => file.answerId);
  return answers.map((answer) => ({
    ...answer,
    saysSolved: answer.saysSolved === 1,
    files: (own.get(answer.id) ?? []).map(({ answerId: _answer, ...file }) => file),
  }));
}

export async function insert(tx: Tx, answer: Omit<ProblemAnswer, 'files'>, fileIds: readonly Id<'file'>[]): Promise<void> {
  await tx
    .insertInto('problem_answer')
    .values({ ...answer, saysSolved: answer.saysSolved ? 1 : 0 })
    .execute();
  if (fileIds.length === 0) return;
  await tx
    .insertInto('problem_file')
    .values(fileIds.map((fileId) => ({ answerId: answer.id, fileId })))
    .execute();
}

/** Marks the answer that said it was solved as not enough; a problem ticked off without words has none. */
export async function sendBack(tx: Tx, problemId: Id<'problem'>, reason: string, now: Instant): Promise<void> {
  const latest = (await ofProblems(tx, [problemId])).find(({ saysSolved }) => saysSolved);
  if (!latest) return;
  await tx.updateTable('problem_answer').set({ sentBackAt: now, sentBackReason: reason }).where('id', '=', latest.id).execute();
}

/** The problem that a file was handed in for, or null. */
export async function problemOfFile(db: Reader, fileId: Id<'file'>): Promise<Id<'problem'> | null> {
  const row = await db
    .selectFrom('problem_file')
    .innerJoin('problem_answer', 'problem_answer.id', 'problem_file.answerId')
    .select('problem_answer.problemId')
    .where('problem_file.fileId', '=', fileId)
    .executeTakeFirst();
  return row?.problemId ?? null;
}
