import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messyKeyProjects, workbookOf } from '#tests/fixtures/imports/lists.ts';
import { type Installation, importCommand } from './command.ts';
import { ledgerOnRecord } from './ledger-on-record.ts';
import { understandInWorker } from './run.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuijin-import-'));
  await writeFile(join(folder, '台账.xlsx'), workbookOf(messyKeyProjects));
  await writeFile(
    join(folder, '周报.csv'),
    '项目名称,截至上周累计,本周完成,本周累计\n云岭智能装备基地,1,2,3\n云岭装备,1,2,3\n示例区白鹭湖水厂扩建,1,2,3\n',
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(args: string[], installation?: Installation) {
  const said = { out: '', err: '' };
  const code = await importCommand(args, { out: (text) => (said.out += text), err: (text) => (said.err += text) }, installation);
  return { code, ...said };
}

describe('the import command', () => {
  it('prints rows and problems as JSON and nothing else', async () => {
    const { code, out, err } = await run([join(folder, '台账.xlsx'), '--json']);
    const answer: unknown = JSON.parse(out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(answer).toMatchObject({
      kind: 'key-projects',
      rows: expect.arrayContaining([expect.objectContaining({ sheet: '项目台账', row: 8 })]),
    });
    expect(answer).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ row: 9, column: 'G', code: 'DATE_AMBIGUOUS', severity: 'warn' })]),
    });
  });

  it('tells a person what was understood and what to confirm', async () => {
    const { out } = await run([join(folder, '台账.xlsx')]);
    expect(out).toContain('工作表“项目台账”：4 行，表头第 3、4 行');
    expect(out).toContain('“项目台账”E14  写的是 75000 万元，明细合计 80000 万元');
  });

  it('looks for the projects of a weekly list in the ledger that it is given', async () => {
    const { out } = await run([join(folder, '周报.csv'), '--ledger', join(folder, '台账.xlsx'), '--json']);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'weekly',
      rows: [
        { cumWan: 3, level: '省', stage: '续建', totalInvestWan: 155_000, match: { how: 'exact', sheet: '项目台账', row: 9 } },
        { level: null, match: { how: 'none' } },
        { totalInvestWan: 80_000, match: { how: 'similar', name: '白鹭湖水厂扩建工程', row: 13 } },
      ],
      problems: [
        { row: 3, column: 'A', code: 'UNKNOWN_PROJECT' },
        { row: 4, column: 'A', code: 'NAME_NOT_EXACT' },
      ],
    });
  });

  it('matches against the records of the installation, and says beside the answer why it did not', async () => {
    const apply: Installation['apply'] = async () => '';
    const entry = { projectId: null, sheet: null, row: null, name: '云岭智能装备基地', level: '市', stage: '竣工' } as const;
    const known = { ...entry, planStart: null, planFinish: null, totalInvestWan: 2, annualPlanWan: null };
    const file = join(folder, '周报.csv');
    const { out } = await run([file, '--json'], { apply, ledger: async () => ({ entries: [known] }) });
    expect(JSON.parse(out)).toMatchObject({
      rows: [{ level: '市', totalInvestWan: 2 }, { level: null }, { level: null }],
      problems: [{ row: 2, code: 'CUM_GT_TOTAL' }, { code: 'UNKNOWN_PROJECT' }, { code: 'UNKNOWN_PROJECT' }],
    });
    const nowhere = { kind: 'sqlite', file: join(folder, 'none.db') } as const;
    const { out: alone, err } = await run([file, '--json'], { apply, ledger: (year) => ledgerOnRecord(nowhere, year ?? 2026) });
    expect(JSON.parse(alone)).toMatchObject({ rows: [{ match: null }, { match: null }, { match: null }], problems: [] });
    expect(err).toContain('未与台账比对：系统还没有完成初次设置');
  });

  it('refuses a ledger that is no list of projects, a missing file and a wrong option', async () => {
    const weekly = join(folder, '周报.csv');
    expect(await run([weekly, '--ledger', weekly])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('这个文件是周报') });
    expect(await run([join(folder, '没有.xlsx')])).toMatchObject({ code: 1, err: '未读入：没有这个文件。' });
    expect(await run([join(folder, '台账.xlsx'), '--kind', 'lists'])).toMatchObject({ code: 2 });
  });

  it('offers to apply only where it can', async () => {
    const file = join(folder, '台账.xlsx');
    expect(await run([file, '--apply'])).toMatchObject({ code: 2, err: expect.not.stringContaining('--apply') });
    const apply: Installation['apply'] = async ({ reading }) => `写入 ${reading.rows.length} 行`;
    expect(await run([file, '--apply'], { apply, ledger: async () => ({ none: 'closed' }) })).toMatchObject({
      code: 0,
      out: expect.stringContaining('写入 4 行'),
    });
  });
});

describe('reading in a thread', () => {
  it('ends a reading that takes too long', async () => {
    await expect(understandInWorker(workbookOf(messyKeyProjects), 'x.xlsx', {}, { timeoutMs: 1 })).rejects.toMatchObject({
      code: 'TOO_LARGE',
      details: { limit: 'time' },
    });
  });

  it('passes on why a file was refused', async () => {
    await expect(understandInWorker(Buffer.from('a,b\n1,2'), 'x.csv')).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      details: { reason: 'no-list' },
    });
  });
});
