import { addMs, dayOf, type Instant, instantAt, timeOf, weekNumber } from '../kit/calendar.ts';
import type { ReadMeeting } from './rules.ts';

/** A meeting as a calendar shows it. */
export type CalendarMeeting = Pick<
  ReadMeeting,
  'seriesId' | 'week' | 'number' | 'day' | 'time' | 'length' | 'place' | 'host' | 'version'
> & {
  seriesName: string;
};

/** RFC 5545: a line holds at most 75 octets, the break not counted. */
const LONGEST_LINE = 75;

/** China keeps one time the whole year; programs that do not know the zone by name read it here. */
const ZONE = [
  ...['BEGIN:VTIMEZONE', 'TZID:Asia/Shanghai', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE'],
];

/** The meetings as an iCalendar file (RFC 5545), for download or as a feed that programs ask for again. */
export function calendarFile(name: string, meetings: readonly CalendarMeeting[], now: Instant): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tuijin//Meetings//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...[`X-WR-CALNAME:${escaped(name)}`, 'X-WR-TIMEZONE:Asia/Shanghai', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'],
    ...ZONE,
    ...meetings.flatMap((meeting) => eventLines(meeting, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(meeting: CalendarMeeting, now: Instant): string[] {
  const begins = instantAt(meeting.day, meeting.time);
  const nth = meeting.number === null ? '' : `第${meeting.number}次`;
  const about = [`评议第${weekNumber(meeting.week)}周`, meeting.host && `主持：${meeting.host}`].filter(Boolean).join('\n');
  return [
    'BEGIN:VEVENT',
    // A meeting has no id before its first change, and one a week in its series.
    `UID:${meeting.seriesId}-${meeting.week}@tuijin`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${meeting.version}`,
    `DTSTART;TZID=Asia/Shanghai:${local(begins)}`,
    `DTEND;TZID=Asia/Shanghai:${local(addMs(begins, meeting.length * 60_000))}`,
    `SUMMARY:${escaped(`${nth}${meeting.seriesName}`)}`,
    ...(meeting.place === '' ? [] : [`LOCATION:${escaped(meeting.place)}`]),
    `DESCRIPTION:${escaped(about)}`,
    'STATUS:CONFIRMED',
    'END:VEVENT',
  ];
}

function utc(at: Instant): string {
  return at.replace(/\.\d+/, '').replace(/[-:]/g, '');
}

function local(at: Instant): string {
  return `${dayOf(at).replaceAll('-', '')}T${timeOf(at).replace(':', '')}00`;
}

/** Text as a value: what has a meaning of its own in the format is marked. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n')
    .replace(/\r/g, '');
}

/** A long line goes on behind a break and a space; a character of several octets is never parted. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    // The space that begins every further line is one of its octets.
    if (octets + size > LONGEST_LINE) {
      parts.push(part);
      part = '';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

/** How many octets a character takes in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
