import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { draftBulletin } from '#shared/bulletins/draft.ts';
import type { Document } from '#shared/documents/model.ts';
import { day, Month } from '#shared/kit/calendar.ts';
import { Paper } from './Paper.tsx';

function bulletin(): Document {
  return draftBulletin({
    district: { name: '示例区', issuingOffice: '示例区重点办' },
    month: Month.parse('2026-10'),
    issue: null,
    issuedOn: null,
    isDraft: true,
    rows: [],
    praise: [],
    criticise: [],
    previousMonthCounts: null,
    rectifyBy: null,
  });
}

describe('a document alone', () => {
  test('draws without a browser, a server or anything around it', () => {
    const html = renderToStaticMarkup(<Paper document={bulletin()} />);
    expect(html).toContain('红黄绿通报');
    expect(html).toContain('预稿');
    expect(html).toContain('报：');
  });

  test('draws every kind of block in its own words', () => {
    const document: Document = {
      ...bulletin(),
      isDraft: false,
      salutation: '各有关单位：',
      blocks: [
        { type: 'heading', level: 3, text: '1. 要求' },
        { type: 'list', items: [[{ type: 'text', text: '甲事项' }], [{ type: 'text', text: '乙事项' }]] },
        { type: 'roll', label: '出席：', entries: ['住建局 罗局长', '水利局 邱主任'] },
        { type: 'attachments', titles: ['情况表'] },
        { type: 'signature', name: '示例区重点办', on: day('2026-11-03') },
      ],
    };
    const text = renderToStaticMarkup(<Paper document={document} />).replace(/<[^>]+>/g, '');
    for (const each of [
      '各有关单位：',
      '1. 要求',
      '甲事项',
      '乙事项',
      '出席：住建局 罗局长、水利局 邱主任',
      '附件：情况表',
      '2026年11月3日',
    ]) {
      expect(text).toContain(each);
    }
    expect(text).not.toContain('预稿');
  });
});
