import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editable, templateOf, withEdits } from './edits.ts';
import type { Block, Document, NumberInline } from './model.ts';
import { textOf } from './numbers.ts';

const number = (text: string): NumberInline => ({
  ...{ type: 'number', text, value: Number(text) },
  source: { label: '', period: '2026-W44', formula: { kind: 'quantity', quantity: { of: 'count', rows: { one: 'prj' } } } },
});
const said = (before: string, text: string, after: string, section?: string): Block => ({
  type: 'paragraph',
  lead: { level: 2, text: '投资。' },
  inlines: [{ type: 'text', text: before }, number(text), { type: 'text', text: after }],
  ...(section ? { section } : {}),
});
function documentOf(...blocks: Block[]): Document {
  return {
    ...{ kind: 'minutes', period: '2026-W44', isDraft: true, masthead: null, title: ['纪要'], salutation: null, blocks, annexes: [] },
    ...{ imprint: null, rowSets: {} },
  };
}
const reads = (document: Document) => document.blocks.map((block) => (block.type === 'paragraph' ? textOf(block.inlines) : ''));

describe('the words of a document', () => {
  test('are changed around their numbers, and a figure that moved meanwhile is the new one', () => {
    const edits = [{ was: '共议定{1}项。', now: '会议共议定{1}项，须逐项落实。' }];
    expect(reads(withEdits(documentOf(said('共议定', '9', '项。')), edits).document)).toEqual(['会议共议定9项，须逐项落实。']);
    expect(reads(withEdits(documentOf(said('共议定', '10', '项。')), edits).document)).toEqual(['会议共议定10项，须逐项落实。']);
  });

  test('lines become paragraphs, the lead stays with the first; nothing left drops the paragraph', () => {
    const document = documentOf(said('甲', '1', ''), said('乙', '2', ''));
    const { document: edited } = withEdits(document, [
      { was: '甲{1}', now: '一\n\n二' },
      { was: '乙{1}', now: ' ' },
    ]);
    expect(reads(edited)).toEqual(['一', '二']);
    expect(edited.blocks.map((block) => (block.type === 'paragraph' ? (block.lead?.text ?? null) : ''))).toEqual(['投资。', null]);
  });

  test('a number can be left out and never written in', () => {
    const { document } = withEdits(documentOf(said('共', '9', '项')), [{ was: '共{1}项', now: '共{2}若干项' }]);
    expect(reads(document)).toEqual(['共若干项']);
  });

  test('an edit whose paragraph is gone is answered, not swallowed', () => {
    const edit = { was: '从前的话', now: '新话' };
    expect(withEdits(documentOf(said('共', '9', '项')), [edit]).lost).toEqual([edit]);
  });

  test('an edit that changes nothing changes nothing, whatever the words', () => {
    const words = fc.string({ maxLength: 20 }).map((text) => text.replace(/[{}\s]/g, ''));
    fc.assert(
      fc.property(words, fc.nat(999), words, (before, value, after) => {
        const document = documentOf(said(before, String(value), after));
        const edits = editable(document).map((block) => ({ was: templateOf(block), now: templateOf(block) }));
        expect(reads(withEdits(document, edits).document)).toEqual(reads(document));
      }),
    );
  });

  test('a figure written into the words is marked as typed; one that was drafted is not', () => {
    const document = documentOf(said('10月红灯', '1', '个。'));
    const [block] = withEdits(document, [{ was: '10月红灯{1}个。', now: '10月红灯1个，较9月少2,000.5万元。' }]).document.blocks;
    expect(block?.type === 'paragraph' ? block.inlines : []).toEqual([
      { type: 'text', text: '10月红灯' },
      { type: 'text', text: '1', typed: true },
      { type: 'text', text: '个，较' },
      { type: 'text', text: '9月', typed: true },
      { type: 'text', text: '少' },
      { type: 'text', text: '2,000.5', typed: true },
      { type: 'text', text: '万元。' },
    ]);
  });

  test.each([
    ['2026年11月13日前整改到位', '2026年11月13日'],
    ['11月13日前整改到位', '11月13日'],
    ['2026年11月起按月报送', '2026年11月'],
    ['10月31日前整改到位', '10月31日'],
  ])('a date written in, %s, is marked as one', (now, date) => {
    const document = documentOf(said('截至10月30日，红灯', '1', '个。', 'red'));
    const [block] = withEdits(document, [{ was: '截至10月30日，红灯{1}个。', now }]).document.blocks;
    expect(block).toMatchObject({ section: 'red' });
    expect(block?.type === 'paragraph' ? block.inlines.filter((inline) => inline.type === 'text' && inline.typed) : []).toEqual([
      { type: 'text', text: date, typed: true },
    ]);
  });
});
