import { expect, test } from 'vitest';
import { base64Of, bytesOf, csvOf } from './download.ts';

test('a file survives the way as base64 and back', async () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256);
  expect(bytesOf(await base64Of(new Blob([bytes])))).toEqual(bytes);
});

test('a name that begins like a formula stays a name, and quotes are kept', () => {
  expect(
    csvOf([
      ['姓名', '密码'],
      ['=1+1', 'a"b'],
    ]),
  ).toBe('\ufeff"姓名","密码"\r\n"\'=1+1","a""b"\r\n');
});
