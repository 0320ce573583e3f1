import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';

const PASSWORD = '授权码 8f3k-22';

test('what was sealed opens with its own key and for its own use alone', () => {
  const sealed = seal(PASSWORD, 'key', 'mail');
  expect(unseal(sealed, 'key', 'mail')).toBe(PASSWORD);
  expect(unseal(sealed, 'other key', 'mail')).toBeNull();
  expect(unseal(sealed, 'key', 'robot')).toBeNull();
});

test('the same words never look the same, and what was tampered with does not open', () => {
  const sealed = seal(PASSWORD, 'key', 'mail');
  expect(seal(PASSWORD, 'key', 'mail')).not.toBe(sealed);
  const bytes = Buffer.from(sealed, 'base64');
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  expect(unseal(bytes.toString('base64'), 'key', 'mail')).toBeNull();
  expect(unseal('', 'key', 'mail')).toBeNull();
});
