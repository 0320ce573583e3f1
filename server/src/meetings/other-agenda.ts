import type { Id } from '#shared/kit/ids.ts';
import type { OtherAgenda } from '#shared/meetings/agenda.ts';
import type { ReadMeeting } from '#shared/meetings/rules.ts';
import type { Reader } from '../db/tables.ts';

/** Another series' meeting of the same day that has a project on its agenda; null where there is none. */
export async function otherAgenda(
  db: Reader,
  projectId: Id<'project'>,
  { districtId, day, seriesId }: Pick<ReadMeeting, 'districtId' | 'day' | 'seriesId'>,
): Promise<OtherAgenda | null> {
  const row = await db
    .selectFrom('agenda_item')
    .innerJoin('meeting', 'meeting.id', 'agenda_item.meetingId')
    .innerJoin('meeting_series', 'meeting_series.id', 'meeting.seriesId')
    .select('meeting_series.name')
    .where('agenda_item.projectId', '=', projectId)
    .where('meeting.districtId', '=', districtId)
    .where('meeting.day', '=', day)
    .where('meeting.seriesId', '!=', seriesId)
    .executeTakeFirst();
  return row ? { seriesName: row.name, day } : null;
}
