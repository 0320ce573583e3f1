import { expect, test } from 'vitest';
import { gateTable } from './gate-table.ts';

// `npm run gates` writes the page anew; here it fails where the page has fallen behind the table.
test('docs/gates.md says what the stage table says', async () => {
  await expect(gateTable()).toMatchFileSnapshot('../../../docs/gates.md');
});
