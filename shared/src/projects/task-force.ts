import { z } from 'zod';
import type { Role } from '../accounts/schema.ts';
import type { Refusal } from '../kit/errors.ts';
import { idOf } from '../kit/ids.ts';

/** Somebody of a project's 专班. The unit is in words: people of higher levels and of companies belong to none of ours. */
export const TaskForceMember = z.strictObject({
  name: z.string().trim().min(1).max(40),
  unit: z.string().trim().max(60),
  duty: z.string().trim().max(60),
  phone: z
    .string()
    .trim()
    .regex(/^[0-9+\- ]{0,20}$/),
  isLeader: z.boolean(),
});
export type TaskForceMember = z.infer<typeof TaskForceMember>;

/** 专班: who moves one project on, the leader first. */
export const TaskForce = z.strictObject({
  id: idOf('taskForce'),
  projectId: idOf('project'),
  members: z.array(TaskForceMember).max(30),
  version: z.number().int().positive(),
});
export type TaskForce = z.infer<typeof TaskForce>;

/** Names a project's 专班 as a whole; `version` is 0 where it has none yet. */
export const SetTaskForce = TaskForce.omit({ id: true }).extend({ version: z.number().int().min(0) });
export type SetTaskForce = z.infer<typeof SetTaskForce>;

/** Why a 专班 cannot be so: two lead it, or nobody does. */
export function whyNotTaskForce(members: readonly Pick<TaskForceMember, 'isLeader'>[]): Refusal<'task-force-leaders'> | null {
  const leaders = members.filter((member) => member.isLeader).length;
  return members.length > 0 && leaders !== 1 ? { reason: 'task-force-leaders', leaders } : null;
}

/** The members in the order in which they are shown: the leader first, the others as they were named. */
export function inOrder(members: readonly TaskForceMember[]): TaskForceMember[] {
  return [...members.filter((member) => member.isLeader), ...members.filter((member) => !member.isLeader)];
}

/** Those who ring the members up: the office, and the project's own unit. */
const callers = new Set<Role>(['office', 'officer']);

/** A phone number as somebody of this role sees it: whole, or with its middle hidden. */
export function phoneFor(role: Role, phone: string): string {
  return callers.has(role) ? phone : maskedPhone(phone);
}

/** 13812345678 → 138****5678: enough to recognise a number by, not enough to ring it. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 7) return digits === '' ? '' : '****';
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
