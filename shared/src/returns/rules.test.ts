import { describe, expect, it } from 'vitest';
import { Role } from '../accounts/schema.ts';
import { day, Week } from '../kit/calendar.ts';
import { returnMoves, whyNotAccept, whyNotSendBack, whyNotSubmit } from './rules.ts';
import { ReturnState } from './schema.ts';

const week = Week.parse('2026-W44');
const now = { week, openWeek: week, isCut: false, isAsked: true, opensOn: day('2026-10-26'), today: day('2026-10-29') };
const project = { standing: 'active', yearClass: 'continued' } as const;
const facts = { ...now, project, state: null };
const officer = { role: 'officer' } as const;
const office = { role: 'office' } as const;

describe('sending a return', () => {
  const cases = [
    { name: 'a project under way in the open week', given: {}, reason: null },
    { name: 'one that was sent and not yet looked at', given: { state: 'submitted' }, reason: null },
    { name: 'one that was sent back', given: { state: 'sent-back' }, reason: null },
    { name: 'one that was accepted', given: { state: 'accepted' }, reason: 'return-accepted' },
    { name: 'another week than the open one', given: { openWeek: Week.parse('2026-W45') }, reason: 'week-not-open' },
    { name: 'a week that was cut', given: { isCut: true }, reason: 'week-cut' },
    { name: 'a week without a working day', given: { isAsked: false }, reason: 'week-without-workdays' },
    { name: 'a week whose returns open tomorrow', given: { opensOn: day('2026-10-30') }, reason: 'week-not-begun' },
    { name: 'a week whose returns open today', given: { opensOn: day('2026-10-29') }, reason: null },
    { name: 'a suspended project', given: { project: { ...project, standing: 'suspended' } }, reason: 'project-not-active' },
    { name: 'a withdrawn project', given: { project: { ...project, standing: 'withdrawn' } }, reason: 'project-not-active' },
    { name: 'a project in reserve', given: { project: { ...project, yearClass: 'reserve' } }, reason: 'project-in-reserve' },
  ] as const;
  for (const { name, given, reason } of cases) {
    it(`${name} is ${reason === null ? 'taken' : `refused: ${reason}`}`, () => {
      expect(whyNotSubmit({ ...facts, ...given }, officer)?.reason ?? null).toBe(reason);
    });
  }

  for (const role of Role.options) {
    const may = role === 'officer' || role === 'office';
    it(`is ${may ? '' : 'not '}the part of ${role}`, () => {
      expect(whyNotSubmit(facts, { role })?.reason ?? null).toBe(may ? null : 'not-your-part');
    });
  }
});

describe('looking at a return', () => {
  for (const state of ReturnState.options) {
    const mayAccept = state === 'submitted';
    const maySendBack = state !== 'sent-back';
    it(`${state} can ${mayAccept ? '' : 'not '}be accepted and can ${maySendBack ? '' : 'not '}be sent back`, () => {
      expect(whyNotAccept(state, office) === null).toBe(mayAccept);
      expect(whyNotSendBack({ ...now, state }, office) === null).toBe(maySendBack);
    });
  }

  it('belongs to the office alone', () => {
    for (const role of Role.options.filter((each) => each !== 'office')) {
      expect(whyNotAccept('submitted', { role })?.reason).toBe('not-your-part');
      expect(whyNotSendBack({ ...now, state: 'submitted' }, { role })?.reason).toBe('not-your-part');
    }
  });

  it('nothing is sent back once the week is over, because nobody could send it again', () => {
    expect(whyNotSendBack({ ...now, isCut: true, state: 'submitted' }, office)?.reason).toBe('week-cut');
    expect(whyNotAccept('submitted', office)).toBeNull();
  });

  it('every state can be left or is where the return should end', () => {
    for (const state of ReturnState.options) {
      const leaves = Object.values(returnMoves).some(({ from }) => from.some((each) => each === state));
      expect(leaves).toBe(true);
    }
  });
});
