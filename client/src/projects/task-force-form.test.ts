import { expect, test } from 'vitest';
import { mergeFields } from '#shared/kit/merge.ts';
import { byName, membersOf } from './task-force-form.ts';

const person = (name: string, duty = '', isLeader = false) => ({ name, unit: '', duty, phone: '', isLeader });
const zheng = person('郑副区长', '专班班长', true);
const luo = person('罗科员', '联络员');

function merged(base: ReturnType<typeof byName>, theirs: ReturnType<typeof byName>, mine: ReturnType<typeof byName>) {
  const keys = [...new Set([base, theirs, mine].flatMap((side) => Object.keys(side)))];
  return mergeFields(keys, base, theirs, mine);
}

test('two of one name stay two', () => {
  expect(membersOf(byName([zheng, luo, person('罗科员', '司机')]), [])).toEqual([zheng, luo, person('罗科员', '司机')]);
});

test('whom the other has added comes behind those typed, whom the other has struck out goes', () => {
  const { fields, collisions } = merged(byName([zheng, luo]), byName([zheng, person('秦科员')]), byName([luo, zheng]));
  expect(collisions).toEqual([]);
  expect(membersOf(fields, ['罗科员', '郑副区长'])).toEqual([zheng, person('秦科员')]);
});

test('of one person both have changed somebody chooses', () => {
  const { collisions } = merged(byName([luo]), byName([person('罗科员', '资料员')]), byName([person('罗科员', '调度员')]));
  expect(collisions).toEqual([{ key: '罗科员', theirs: person('罗科员', '资料员'), mine: person('罗科员', '调度员') }]);
});
