import { longDate, shortDate } from '../documents/wording.ts';
import type { Day, Week } from '../kit/calendar.ts';

/** A unit's chase as it leaves the house. */
export type ChaseWords = { districtName: string; week: Week; dueOn: Day; dueTime: string };

/** A unit that was asked, and for which projects. */
export type AskedUnit = { unitName: string; names: readonly string[] };

/** A robot refuses a message of more bytes (WeCom: 2,048 of UTF-8). */
const MOST_BYTES = 2_000;

const weekNumber = (week: Week) => Number(week.slice(6));

/** 催报 to one unit by e-mail: which projects, and by when. */
export function chaseMail(
  { districtName, week, dueOn, dueTime }: ChaseWords,
  { unitName, names }: AskedUnit,
): { subject: string; text: string } {
  return {
    subject: `【催报】${districtName}重点项目第${weekNumber(week)}周周填报：${unitName}还有${names.length}个项目未报`,
    text: [
      `${unitName}：`,
      '',
      `以下项目第${weekNumber(week)}周周填报尚未报送，请于${longDate(dueOn)}${dueTime}前登录推进平台填报：`,
      ...names.map((name, at) => `${at + 1}. ${name}`),
      '',
      `${districtName}重点项目推进平台（系统自动发送，请勿回复）`,
    ].join('\n'),
  };
}

/** 催报 to the group of all: who owes how many. What a robot would not take is left out, and said. */
export function chaseNote(
  { districtName, week, dueOn, dueTime }: ChaseWords,
  units: readonly AskedUnit[],
): { subject: string; text: string } {
  const subject = `【催报】${districtName}重点项目第${weekNumber(week)}周周填报`;
  const head = `${subject}，${shortDate(dueOn)} ${dueTime}截止，以下单位尚未报齐：`;
  const lines: string[] = [];
  for (const { unitName, names } of units) {
    const line = `${unitName} ${names.length}个`;
    const rest = `等共${units.length}个单位`;
    if (bytesOf([head, ...lines, line, rest].join('\n')) > MOST_BYTES) return { subject, text: [head, ...lines, rest].join('\n') };
    lines.push(line);
  }
  return { subject, text: [head, ...lines].join('\n') };
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}
