import { explainFinding } from '#shared/imports/explain.ts';
import type { ImportFinding, Severity } from '#shared/imports/findings.ts';
import type { ImportReading, SheetReading } from '#shared/imports/read.ts';
import type { DomainError } from '#shared/kit/errors.ts';
import type { LedgerOnRecord } from './ledger-on-record.ts';

const kindNames = {
  'key-projects': '重点项目',
  reconstruction: '灾后恢复重建项目',
  weekly: '周报',
  approvals: '手续台账',
  monthly: '月度投资计划',
} as const;
const severityNames: Record<Severity, string> = { error: '错误（该值不可用）', warn: '请确认', info: '提示' };
const shownPlaces = 12;

/** The machine's answer: rows and problems with the field names of the lists' own sidecars. */
export function asJson(reading: ImportReading): string {
  const problems = reading.findings.map((finding) => ({ ...finding, message: explainFinding(finding, 'zh') }));
  return JSON.stringify({ kind: reading.kind, rows: reading.rows, problems });
}

/** A person's answer: what was understood of each sheet, and the findings by kind with their places. */
export function asText(reading: ImportReading): string {
  const lines = [
    `种类：${kindNames[reading.kind]}${reading.year === null ? '' : `（${reading.year} 年）`}，共读入 ${reading.rows.length} 行`,
    '',
  ];
  for (const sheet of reading.sheets) lines.push(...sheetLines(sheet));
  for (const severity of ['error', 'warn', 'info'] as const) {
    const found = reading.findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) continue;
    lines.push('', `${severityNames[severity]}：${found.length} 处`);
    for (const [code, list] of byCode(found)) {
      lines.push(`  ${code}（${list.length}）`);
      for (const finding of list.slice(0, shownPlaces)) lines.push(`    ${place(finding)}  ${explainFinding(finding, 'zh')}`);
      if (list.length > shownPlaces) lines.push(`    …… 另有 ${list.length - shownPlaces} 处`);
    }
  }
  return lines.join('\n');
}

/** Why a list about projects on record was not matched, and how it can be. */
export function explainUnmatched(reason: Exclude<LedgerOnRecord, { entries: unknown }>['none']): string {
  const reasons = {
    'not-set-up': '系统还没有完成初次设置',
    'several-districts': '系统里有多个地区，命令行不知道与哪一个比对',
    closed: '数据库打不开',
  };
  return `未与台账比对：${reasons[reason]}。可用 --ledger FILE 指定台账。`;
}

/** Why a file was not read, in one sentence. */
export function explainRefusal(error: DomainError): string {
  const { limit, reason, max, kind } = error.details;
  if (error.code === 'TOO_LARGE') {
    const limits: Record<string, string> = {
      file: '文件超过 20 MB',
      entries: '压缩包内文件过多',
      unpacked: '解压后过大',
      rows: `超过 ${String(max)} 行`,
      columns: `超过 ${String(max)} 列`,
      sheets: '工作表过多',
      time: '读取超时',
      memory: '读取所需内存过大',
    };
    return `未读入：${limits[String(limit)] ?? '文件过大'}。`;
  }
  if (reason === 'no-district') return '未写入：系统还没有完成初次设置，没有地区。请先启动系统并打开设置链接。';
  if (reason === 'several-districts') return '未写入：系统里有多个地区，命令行不知道写入哪一个。请在网页“导入”中操作。';
  const named = Object.entries(kindNames).find(([name]) => name === kind)?.[1] ?? '其他种类';
  if (reason === 'ledger') return `未读入：--ledger 要的是重点项目或灾后重建项目清单，这个文件是${named}。`;
  if (reason === 'hidden-list') return `未读入：清单在隐藏的工作表“${String(error.details['sheets'])}”里。请在 Excel 中取消隐藏后再读。`;
  const reasons: Record<string, string> = {
    empty: '文件是空的',
    zip: '文件已损坏',
    damaged: '文件已损坏或不是表格',
    password: '文件有密码保护',
    entities: '文件含有不安全的内容',
    binary: '不是表格文件',
    'no-table': '文件中没有表格',
    'no-list': '没有找到含“项目名称”的表头',
    missing: '没有这个文件',
    stopped: '读取中断',
  };
  return `未读入：${reasons[String(reason)] ?? '文件无法读取'}。`;
}

function sheetLines(sheet: SheetReading): string[] {
  if (sheet.role === 'hidden') return [`工作表“${sheet.name}”：隐藏，未读入`];
  if (sheet.role === 'left-out') return [`工作表“${sheet.name}”：未选，未读入`];
  if (sheet.role === 'summary') return [`工作表“${sheet.name}”：没有项目名称列，未读入`];
  const understood = sheet.columns
    .filter((column) => column.field !== null)
    .map((column) => `${column.letter} ${column.header}${column.unit === null ? '' : `〔${column.unit}〕`}`);
  const left = sheet.columns
    .filter((column) => column.field === null && column.header !== '')
    .map((column) => `${column.letter} ${column.header}${column.hidden ? '〔隐藏〕' : ''}`);
  return [
    `工作表“${sheet.name}”：${sheet.rows} 行，表头第 ${sheet.headerRows.join('、')} 行`,
    `  读入的列：${understood.join('，')}`,
    ...(left.length === 0 ? [] : [`  未用的列：${left.join('，')}`]),
  ];
}

function place(finding: ImportFinding): string {
  if (finding.row === null) return `“${finding.sheet}”`;
  return `“${finding.sheet}”${finding.column ?? '第'}${finding.row}${finding.column === null ? '行' : ''}`;
}

function byCode(findings: readonly ImportFinding[]): Map<string, ImportFinding[]> {
  const groups = new Map<string, ImportFinding[]>();
  for (const finding of findings) groups.set(finding.code, [...(groups.get(finding.code) ?? []), finding]);
  return groups;
}
