import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Document } from '#shared/documents/model.ts';
import { cell } from '#shared/documents/numbers.ts';
import { day } from '#shared/kit/calendar.ts';
import { docxOf } from './docx.ts';

/** The parts of a zip by their local headers. */
function partsOf(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, named] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const start = at + 30 + named;
    parts.set(bytes.toString('utf8', at + 30, start), inflateRawSync(bytes.subarray(start, start + packed)).toString('utf8'));
    at = start + packed;
  }
  return parts;
}

const minutes: Document = {
  kind: 'minutes',
  period: '2026-W44',
  isDraft: false,
  masthead: {
    lines: ['示例区重点项目推进周例会纪要'],
    issueNumber: '〔2026〕第5期',
    issuer: '示例区重点办',
    issuedOn: day('2026-11-02'),
    isRed: true,
  },
  title: ['2026年', '第5次', '重点项目推进周例会', '纪要'],
  salutation: null,
  blocks: [
    { type: 'heading', level: 1, text: '一、议定事项' },
    { type: 'paragraph', lead: { level: 2, text: '（一）示例工程。' }, inlines: [{ type: 'text', text: '甲 & 乙 < 丙\u0001' }] },
    { type: 'roll', label: '出席：', entries: ['住建局 罗局长', '水利局 邱主任'] },
  ],
  annexes: [
    {
      label: '附件',
      title: '情况表',
      isLandscape: true,
      blocks: [
        {
          ...{ type: 'table', title: null, unitNote: '单位：万元', total: null },
          columns: [
            { header: '项目', group: null, width: 3, align: 'left' },
            { header: '计划', group: '投资', width: 1, align: 'right' },
            { header: '完成', group: '投资', width: 1, align: 'right' },
          ],
          rows: [[cell('示例工程'), cell('1000'), cell('900')]],
        },
      ],
    },
  ],
  imprint: { recipients: [{ label: '发', text: '各单位' }], office: '示例区重点办', printedOn: day('2026-11-02'), copies: 30 },
  rowSets: {},
};
const parts = partsOf(docxOf(minutes));
const body = parts.get('word/document.xml') ?? '';

test('the package has what Word asks for, and the same document is the same bytes', () => {
  expect([...parts.keys()].slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
  expect(docxOf(minutes).equals(docxOf(minutes))).toBe(true);
});

test('the paper is A4 with the margins of GB/T 9704, 22 lines to a page', () => {
  expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
  // 37 mm, 26 mm, 35 mm, 28 mm in twentieths of a point.
  expect(body).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
  expect(body).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
  expect(parts.get('word/styles.xml')).toMatch(/仿宋_GB2312.*w:val="-5".*w:sz w:val="32".*w:line="579" w:lineRule="exact"/);
});

test('a page number stands outside: right on odd pages, left on even ones', () => {
  expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  expect(parts.get('word/odd.xml')).toMatch(/w:jc w:val="right".*— .* PAGE .* —/);
  expect(parts.get('word/even.xml')).toContain('w:jc w:val="left"');
});

test('the mark of minutes is red, 35 mm below the type area’s top, headings in 黑体 and 楷体, names hang behind their label', () => {
  expect(body).toMatch(/w:before="1984"[^>]*\/><w:jc w:val="center"\/><\/w:pPr><w:r><w:rPr><w:rFonts w:ascii="方正小标宋简体".*?C8161D/);
  expect(body).toMatch(/w:eastAsia="黑体"[^>]*\/><\/w:rPr><w:t xml:space="preserve">一、议定事项/);
  expect(body).toMatch(/w:eastAsia="楷体_GB2312"[^>]*\/><\/w:rPr><w:t xml:space="preserve">（一）示例工程。/);
  expect(body).toMatch(/w:hanging="960".*出席：.*住建局 罗局长、水利局 邱主任/);
});

test('what was typed is text, whatever signs it has', () => {
  expect(body).toContain('甲 &amp; 乙 &lt; 丙</w:t>');
});

test('a table fills the area it stands in, and columns of a group share the cell above them', () => {
  // 225 mm across the turned page.
  expect(body).toContain('<w:tblW w:w="12756" w:type="dxa"/>');
  expect(body).toMatch(
    /<w:vMerge w:val="restart"\/>.*?项目.*?<w:gridSpan w:val="2"\/>.*?投资.*?<w:tblHeader\/>.*?<w:vMerge\/>.*?计划.*?完成/,
  );
  expect(body.match(/投资</g)).toHaveLength(1);
});

test('every East Asian face is named, and no run falls back to a Western one', () => {
  const named = [...`${body}${parts.get('word/styles.xml')}${parts.get('word/odd.xml')}`.matchAll(/w:eastAsia="([^"]+)"/g)].map(
    (found) => found[1],
  );
  expect([...new Set(named)].filter((name) => name !== 'zh-CN').sort()).toEqual(
    ['仿宋_GB2312', '宋体', '方正小标宋简体', '楷体_GB2312', '黑体'].sort(),
  );
});

test('a wide annex turns the page, its table repeats its header, and the 版记 stands upright after it', () => {
  expect(body).toContain('w:orient="landscape"');
  expect(body).toContain('<w:tblHeader/>');
  expect(body.lastIndexOf('w:orient="landscape"')).toBeLessThan(body.indexOf('发：各单位'));
  expect(body).toContain('共印30份');
  expect(body.match(/<w:framePr [^>]*w:vAnchor="margin"[^>]*w:yAlign="bottom"\/>/g)).toHaveLength(3);
});
