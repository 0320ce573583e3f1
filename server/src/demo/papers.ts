import { addMs, type Instant } from '#shared/kit/calendar.ts';
import { wan } from '#shared/kit/money.ts';
import { keepReceived } from '../files/receive.ts';
import { keepList } from '../imports/upload.ts';
import { writeXlsx } from '../kit/xlsx.ts';
import type { Diary } from './diary.ts';
import type { Town } from './doors.ts';
import { places } from './places.ts';
import type { Known } from './projects.ts';

const DAY_MS = 24 * 3_600_000;
const note = { left: '', right: '单位：万元' };
const text = { group: null, width: 16, align: 'left', format: 'text' } as const;
const amount = { group: null, width: 12, align: 'right', format: 'amount' } as const;
const nameOf = ({ place }: Known): string => places.find(({ key }) => key === place)?.name ?? '';

/** What an office does with lists and papers, a few days ago: files on a project, its 专班, a pair made one, a list applied. */
export function tellPapers(diary: Diary, town: Town, projects: readonly Known[], present: Instant): void {
  const [first, second] = projects.filter(({ kind, lamp }) => kind === 'key' && lamp !== 'green');
  if (!first || !second) return;
  diary.at(addMs(present, -4 * DAY_MS), () => tellTaskForce(town, first));
  diary.at(addMs(present, -3 * DAY_MS), () => tellAttachments(town, first));
  diary.at(addMs(present, -2 * DAY_MS), () => tellMerger(town, second));
  diary.at(addMs(present, -DAY_MS), () => tellList(town, [first, second]));
}

async function tellTaskForce(town: Town, project: Known): Promise<void> {
  const member = { phone: '', isLeader: false };
  await town.as('office').projects.setTaskForce({
    projectId: project.id,
    members: [
      { ...member, name: project.leaderName, unit: '区政府', duty: '统筹调度', isLeader: true },
      { ...member, name: '梁科长', unit: '自然资源分局', duty: '用地报批' },
      { ...member, name: '邵主任', unit: nameOf(project), duty: '征拆和进场' },
    ],
    version: 0,
  });
}

async function tellAttachments(town: Town, project: Known): Promise<void> {
  const rows = [
    ['建筑安装工程费', Math.round(project.total * 0.72)],
    ['设备购置费', Math.round(project.total * 0.18)],
    ['工程建设其他费', project.total - Math.round(project.total * 0.72) - Math.round(project.total * 0.18)],
  ];
  const columns = [
    { ...text, header: '费用名称' },
    { ...amount, header: '金额' },
  ];
  const title = `${project.name}投资概算`;
  const bytes = await writeXlsx([{ name: '概算', title, note, columns, rows, total: ['合计', project.total], frozen: 1, paper: 'a4' }]);
  const { id } = await keepReceived(await town.asked('office'), '投资概算.xlsx', Buffer.from(bytes));
  await town.as('office').attachments.add({ projectId: project.id, fileId: id, title: '初步设计概算', kind: 'approval' });
}

/** The same project entered twice, as happens where two offices keep a list. */
async function tellMerger(town: Town, project: Known): Promise<void> {
  const office = town.as('office').projects;
  const twin = await office.create({
    ...{ unitId: town.unitOf(project.place), code: null, name: `${project.name}项目`, kind: project.kind, level: project.level },
    ...{ track: project.track, yearClass: project.yearClass, category: project.category, location: null, content: null, leaderName: null },
    ...{ totalInvestment: wan(project.total), plannedStart: null, plannedFinish: null, actualStart: null, actualFinish: null },
    ...{ stage: 'preparing', annualPlan: wan(project.annual), doneBeforeYear: wan(0) },
  });
  const { kept, other, conflicts } = await office.mergePreview({ kept: project.id, other: twin.id });
  await office.merge({
    kept: { id: kept.id, version: kept.version },
    other: { id: other.id, version: other.version },
    choices: conflicts.filter(({ isOpen }) => isOpen).map(({ kind, period }) => ({ kind, period, side: 'kept' as const })),
    reason: '与市级清单重复录入，合并为一个项目',
  });
}

/** A list that gives two projects their contents at length, read and applied as an upload is. */
async function tellList(town: Town, projects: readonly Known[]): Promise<void> {
  const header = ['序号', '项目名称', '项目代码', '责任单位', '总投资（万元）', '建设内容'];
  const rows = projects.map((project, at) => [
    ...[String(at + 1), project.name, project.code, nameOf(project), String(project.total)],
    `建设${project.category}主体工程及室外配套，含场地平整、管网接入和附属用房，分两期实施`,
  ]);
  const csv = [header, ...rows].map((cells) => cells.join(',')).join('\r\n');
  const { id } = await keepList(await town.asked('office'), '重点项目清单（建设内容修订）.csv', Buffer.from(csv), () => undefined);
  const { basis } = await town.as('office').imports.preview({ id });
  await town.as('office').imports.confirm({ id, basis });
}
