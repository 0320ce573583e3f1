import type { Actor } from '#shared/accounts/schema.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import { answered, whyNotAnswer } from '#shared/meetings/decisions.ts';
import type { AnswerDecision } from '#shared/meetings/inputs.ts';
import type { Decision } from '#shared/meetings/schema.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as files from '../files/store.ts';
import type { Reach } from '../trpc.ts';
import * as answers from './answer-store.ts';
import * as decisions from './decision-store.ts';

type Answerer = events.Witness & { actor: Actor; reach: Reach; now: Instant; newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

/** The decision as its owner finds it; whoever helps with it reads it, and others do not find it. */
export async function findOwn(tx: Tx, reach: Reach, id: Id<'decision'>): Promise<Decision> {
  const decision = await decisions.requireReached(tx, reach, id);
  if (!reach.unitIds?.includes(decision.ownerUnitId)) throw new DomainError('FORBIDDEN');
  return decision;
}

/** Keeps what a decision's owner did about it, said on its own or in the form of a return; it waits for its 销号 then. */
export async function answer(tx: Tx, answerer: Answerer, before: Decision, input: Omit<AnswerDecision, 'id'>): Promise<Decision> {
  refuse(whyNotAnswer(before));
  for (const fileId of input.fileIds) await files.bindOwn(tx, answerer.actor.id, fileId, answerer.now);
  const given = {
    ...{ id: answerer.newId('decisionAnswer'), decisionId: before.id, text: input.text, answeredAt: answerer.now },
    ...{ answeredByName: answerer.actor.name, sentBackAt: null, sentBackReason: null },
  };
  await answers.insert(tx, given, input.fileIds);
  const after = await decisions.save(tx, { ...answered(before), version: input.version });
  await events.append(tx, answerer, {
    action: 'decision.answered',
    id: after.id,
    projectId: after.projectId,
    before,
    after: { ...after, answer: input.text, fileIds: input.fileIds },
  });
  return after;
}
