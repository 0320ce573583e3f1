import { expect, test } from 'vitest';
import { sizeText } from './size.ts';

test.each([
  [1, '1 KB'],
  [512 * 1024, '512 KB'],
  [1_048_576, '1.0 MB'],
  [20 * 1024 * 1024, '20.0 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
