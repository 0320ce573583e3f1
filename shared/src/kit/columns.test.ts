import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from './columns.ts';

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>('甲', '乙', null, 0, 1, true, false),
    fc.string(),
    fc.integer(),
    fc.array(fc.integer(), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;
const row = fc.dictionary(fc.constantFrom('id', 'name', 'lamp', 'reason'), value, { noNullPrototype: true });

test('what is packed, sent as JSON and unpacked is what it was', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      expect(unpack(JSON.parse(JSON.stringify(pack(rows))))).toEqual(rows);
    }),
  );
});

test('keys keep their order, and what is undefined is left out as JSON does', () => {
  const rows = [
    { b: 1, a: undefined },
    { a: 2, b: 3 },
  ];
  expect(JSON.stringify(unpack(pack(rows)))).toBe(JSON.stringify(rows));
});

test('what repeats is sent once', () => {
  const rows = Array.from({ length: 9 }, (_, at) => ({
    id: at,
    kind: 'key',
    unit: at % 2 ? '住建局' : '水利局',
    step: at ? null : { name: '环评' },
  }));
  expect(pack(rows)).toEqual({
    count: 9,
    column: {
      at: null,
      shapes: [
        {
          keys: ['id', 'kind', 'unit', 'step'],
          columns: [
            [0, 1, 2, 3, 4, 5, 6, 7, 8],
            { same: 'key' },
            { values: ['水利局', '住建局'], at: [0, 1, 0, 1, 0, 1, 0, 1, 0] },
            { shapes: [{ keys: ['name'], columns: [{ same: '环评' }] }], at: [0, -1, -1, -1, -1, -1, -1, -1, -1] },
          ],
        },
      ],
    },
  });
});
