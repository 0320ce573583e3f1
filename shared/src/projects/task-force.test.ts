import { describe, expect, test } from 'vitest';
import { inOrder, maskedPhone, phoneFor, TaskForceMember, whyNotTaskForce } from './task-force.ts';

const member = (name: string, isLeader: boolean): TaskForceMember => ({
  name,
  unit: '住建局',
  duty: '联络员',
  phone: '13812345678',
  isLeader,
});

describe('a task force', () => {
  test('has one leader, or nobody at all', () => {
    expect(whyNotTaskForce([])).toBeNull();
    expect(whyNotTaskForce([member('甲', true), member('乙', false)])).toBeNull();
    expect(whyNotTaskForce([member('乙', false)])).toEqual({ reason: 'task-force-leaders', leaders: 0 });
    expect(whyNotTaskForce([member('甲', true), member('乙', true)])).toMatchObject({ leaders: 2 });
  });
  test('is led from the front', () => {
    expect(inOrder([member('乙', false), member('甲', true), member('丙', false)]).map(({ name }) => name)).toEqual(['甲', '乙', '丙']);
  });
  test.each([
    ['13812345678', '138****5678'],
    ['010-8888 6666', '010****6666'],
    ['110', '****'],
    ['', ''],
  ])('%j is masked as %j', (phone, masked) => {
    expect(maskedPhone(phone)).toBe(masked);
  });
  test('is rung up by the office and its own unit alone', () => {
    const seen = (['office', 'officer', 'leader', 'auditor'] as const).map((role) => phoneFor(role, '13812345678'));
    expect(seen).toEqual(['13812345678', '13812345678', '138****5678', '138****5678']);
  });
  test.each(['13812345678', '+86 138-1234-5678', ''])('%j is a phone number', (phone) => {
    expect(TaskForceMember.safeParse({ ...member('甲', true), phone }).success).toBe(true);
  });
});
