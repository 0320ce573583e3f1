import { expect, it } from 'vitest';
import { type Id, makeId } from '#shared/kit/ids.ts';
import type { Unit } from '#shared/units/schema.ts';
import { treeOf, unitOptions } from './tree.ts';

const id = (sign: string): Id<'unit'> => makeId('unit', sign.repeat(32));

function unit(sign: string, parent: string | null, active = true): Unit {
  return {
    id: id(sign),
    parentId: parent ? id(parent) : null,
    districtId: id('a'),
    name: `单位${sign}`,
    shortName: sign,
    kind: 'bureau',
    active,
    version: 1,
  };
}

it('a unit stands below its parent, whatever order the list came in', () => {
  const units = [unit('d', 'b'), unit('c', 'a'), unit('a', null), unit('b', 'a')];
  expect(treeOf(units).map((branch) => [branch.unit.shortName, branch.depth])).toEqual([
    ['a', 0],
    ['c', 1],
    ['b', 1],
    ['d', 2],
  ]);
});

it('a unit whose parent is out of sight stands at the top', () => {
  expect(treeOf([unit('b', 'a')]).map((branch) => branch.depth)).toEqual([0]);
});

it('a closed unit is shown among the choices and cannot be chosen', () => {
  expect(unitOptions([unit('a', null), unit('b', 'a', false)])).toEqual([
    { value: id('a'), label: '单位a', disabled: false },
    { value: id('b'), label: '\u2003单位b', disabled: true },
  ]);
});
