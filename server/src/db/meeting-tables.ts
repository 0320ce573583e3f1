import type { Document } from '#shared/documents/model.ts';
import type { Day, Instant, Month, Quarter, Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { AgendaRequest, DecisionState, Meeting, MeetingPaper, MeetingState } from '#shared/meetings/schema.ts';
import type { MeetingSeries } from '#shared/meetings/series.ts';
import type { Json } from './json.ts';

export type MeetingSeriesTable = Omit<MeetingSeries, 'isDefault' | 'rules'> & { isDefault: 0 | 1; rules: Json };

export type AgendaRequestTable = Omit<AgendaRequest, 'isLeader'> & { isLeader: 0 | 1 };

/** A person's secret link to the calendar of meetings. */
export type CalendarFeedTable = {
  id: Id<'calendarFeed'>;
  accountId: Id<'account'>;
  districtId: Id<'unit'>;
  tokenHash: string;
  createdAt: Instant;
  readAt: Instant | null;
  revokedAt: Instant | null;
};

export type MeetingTable = Omit<Meeting, 'state'> & {
  state: MeetingState;
  year: number;
  documentId: Id<'document'> | null;
  reportId: Id<'document'> | null;
};

/** How a district words its usual decisions; the body is a list of them. */
export type DecisionWordingsTable = { districtId: Id<'unit'>; body: Json; version: number };

export type DecisionTable = {
  id: Id<'decision'>;
  districtId: Id<'unit'>;
  meetingId: Id<'meeting'>;
  agendaItemId: Id<'agendaItem'> | null;
  projectId: Id<'project'> | null;
  text: string;
  ownerUnitId: Id<'unit'>;
  helperUnitIds: Json;
  supervisor: string | null;
  dueOn: Day;
  state: DecisionState;
  doneOn: Day | null;
  version: number;
};

export type DocumentVersionTable = {
  documentId: Id<'document'>;
  attempt: number;
  title: string;
  model: Json;
  issuedAt: Instant;
  replacedAt: Instant;
  reason: string;
};

/** How the office changed the words of what a meeting issues. */
export type MeetingWordsTable = { meetingId: Id<'meeting'>; kind: MeetingPaper; edits: Json; version: number };

export type DocumentTable = {
  attempt: number;
  id: Id<'document'>;
  districtId: Id<'unit'>;
  kind: Document['kind'];
  period: Month | Week | Quarter;
  year: number;
  number: number;
  title: string;
  model: Json;
  issuedAt: Instant;
  signedByName: string | null;
};
