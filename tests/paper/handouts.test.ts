import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Block, Document } from '#shared/documents/model.ts';
import { textOf } from '#shared/documents/numbers.ts';
import { day, instantAt, type Week } from '#shared/kit/calendar.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { readPdf } from '#tests/support/pdf.ts';
import { openWorld, type World } from '#tests/support/world.ts';
import { print } from './print.ts';

const week = '2026-W44' as Week;
const long = '推进重点项目建设和灾后恢复重建工作'.repeat(20);
const projects = 3;

let world: World;
let browser: Browser;
let papers: Document;
let sheet: Document;

/** A meeting whose items say as much as the forms let them. */
beforeAll(async () => {
  world = await openWorld({ now: instantAt(day('2026-10-26'), '08:00') });
  const office = world.as('office');
  const before = await office.meetings.get({ week: '2026-W43' as Week });
  const ids = [];
  for (let at = 0; at < projects; at++)
    ids.push((await world.addProject({ name: `${at}${long}`.slice(0, 80), leaderName: '郑副区长' })).id);
  const asked = [];
  for (const projectId of ids) asked.push(await office.agenda.add({ week: '2026-W43' as Week, projectId }));
  const { version } = (await office.meetings.get({ week: before.meeting.week })).meeting;
  const open = await office.meetings.open({ week: before.meeting.week, version });
  for (const item of asked)
    for (let at = 0; at < 4; at++)
      await office.decisions.make({
        ...{ week: before.meeting.week, agendaItemId: item.id, text: `${at}${long}`.slice(0, 300), ownerUnitId: world.units.housing.id },
        ...{ helperUnitIds: [], supervisor: '郑副区长', dueOn: day('2026-10-28') },
      });
  await office.meetings.close({ week: before.meeting.week, version: open.version });
  for (const projectId of ids)
    for (let at = 0; at < 6; at++)
      await world
        .as('officer')
        .problems.raise({ projectId, title: `${at}${long}`.slice(0, 190), category: 'land', raisedOn: day('2026-09-01') });
  for (const projectId of ids) {
    const item = await office.agenda.add({ week, projectId, reason: long.slice(0, 200) });
    await world.as('officer').agenda.note({ id: item.id, text: long.slice(0, 300), version: 0 });
  }
  await office.agenda.add({ week, projectId: null, title: '研究冬季施工安全工作' });
  const { meeting } = await office.meetings.get({ week });
  await office.meetings.update({
    ...{ week, version: meeting.version, time: '09:00', length: 90, place: '区政府一号会议室', host: '宋区长' },
    attendees: '郑副区长、住建局张局长',
  });
  world.clock.now = instantAt(day('2026-11-02'), '08:00');
  papers = await world.as('office').meetings.handout({ week, handout: 'papers' });
  sheet = await world.as('office').meetings.handout({ week, handout: 'sign-in' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

function words(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'table') return block.rows.map((row) => row.map((each) => textOf(each.inlines)).join(' ')).join('\n');
      if (block.type === 'paragraph') return `${block.lead?.text ?? ''}${textOf(block.inlines)}`;
      if (block.type === 'roll') return `${block.label}${block.entries.join('、')}`;
      return block.type === 'heading' ? block.text : '';
    })
    .join('\n');
}

describe('the papers of a meeting', () => {
  test('say when and where, the agenda with its times, and what became of the last decisions', () => {
    const text = words(papers.blocks);
    expect(text).toContain('时间：2026年11月2日 09:00');
    expect(text).toMatch(/4 研究冬季施工安全工作 — — 9:24，8分钟/);
    expect(text).toMatch(/二、以往议定事项落实情况[\s\S]*逾期3个工作日/);
  });

  test('give each item a page with why it is there and what its unit adds', () => {
    expect(papers.annexes.map(({ label }) => label)).toEqual(['议题1', '议题2', '议题3', '议题4']);
    expect(words(papers.annexes[0]?.blocks ?? [])).toMatch(/上会原因：[\s\S]*单位说明：[\s\S]*责任单位 住建局/);
  });

  test('take one page an item, however long its words are', async () => {
    const pages = await readPdf(await print(browser, papers));
    const head = await readPdf(await print(browser, { ...papers, annexes: [] }));
    expect(pages.length - head.length).toBe(papers.annexes.length);
  });
});

describe('the sheet to sign', () => {
  test('expects who is named and the units of the items, and has room for others', () => {
    const rows = words(sheet.blocks).split('\n');
    expect(rows.slice(3, 5)).toEqual(['1  郑副区长   ', '2  住建局张局长   ']);
    expect(sheet.title.join('')).toBe('第2次重点项目推进周例会签到表');
    expect(sheet.blocks.find((block) => block.type === 'table')?.rows).toHaveLength(20);
  });

  test('is one page', async () => {
    expect(await readPdf(await print(browser, sheet))).toHaveLength(1);
  });
});
