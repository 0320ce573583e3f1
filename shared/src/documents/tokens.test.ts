import { describe, expect, test } from 'vitest';
import type { Block, Document, Inline, NumberInline } from './model.ts';
import { tokenOf, tokensAround } from './tokens.ts';

const number = (label: string): NumberInline => ({
  ...{ type: 'number', text: '1', value: 1 },
  source: { label, period: '2026-10', formula: { kind: 'quantity', quantity: { of: 'count', rows: { set: label } } } },
});
const words = (text: string): Inline => ({ type: 'text', text });
const paragraph = (section: string, ...inlines: Inline[]): Block => ({ type: 'paragraph', lead: null, inlines, section });
const tokens = (...labels: string[]) => labels.map((label) => tokenOf(number(label).source));

const document: Document = {
  ...{ kind: 'bulletin', period: '2026-10', isDraft: false, masthead: null, title: ['通报'], salutation: null, imprint: null, rowSets: {} },
  blocks: [
    { type: 'heading', level: 1, text: '一、总体情况', section: 'overall' },
    paragraph(
      'overall',
      words('项目'),
      number('all'),
      words('个，其中重点'),
      number('key'),
      words('个。完成'),
      number('done'),
      words('万元。'),
    ),
    paragraph('overall', words('红灯'), number('red'), words('个，比全部'), number('all'), words('个少。')),
    paragraph('red', words('共'), number('red'), words('个。')),
  ],
  annexes: [
    { label: '附件', title: '情况表', isLandscape: true, section: 'lampTable', blocks: [paragraph('x', number('sum'), number('all'))] },
  ],
};

describe('what a number says together with others', () => {
  test.each([
    ['all', ['all', 'key'], ['all', 'key', 'done', 'red']],
    ['done', ['done'], ['all', 'key', 'done', 'red']],
    ['sum', ['sum', 'all'], ['sum', 'all']],
  ])('%s stands first in a sentence with %j and in a section with %j', (label, sentence, section) => {
    const [token = ''] = tokens(label);
    expect(tokensAround(document, token)).toEqual({ sentence: tokens(...sentence), section: tokens(...section) });
  });

  test('one that is nowhere stands with none', () => {
    expect(tokensAround(document, 'gone')).toEqual({ sentence: [], section: [] });
  });
});
