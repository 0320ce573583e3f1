import { z } from 'zod';
import { WordEdit } from '../documents/edits.ts';
import { Day, WallTime, Week } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import {
  AgendaItem,
  AgendaRequest,
  ConsoleId,
  Decision,
  DecisionAnswer,
  ItemNote,
  Meeting,
  MeetingHandout,
  MeetingPaper,
  ScreenCover,
  ScreenPage,
  ScreenState,
} from './schema.ts';
import { AgendaRules, MeetingSeries } from './series.ts';

const version = z.number().int().positive();

/** Names a series; the district's own where none is named. */
export const NamedSeries = z.strictObject({ seriesId: idOf('meetingSeries').optional() });
export type NamedSeries = z.infer<typeof NamedSeries>;

/** Names a meeting by the week that it reviews: until its first change it has no id. */
export const NamedMeeting = NamedSeries.extend({ week: Week });
export type NamedMeeting = z.infer<typeof NamedMeeting>;

/** What the office says of a series; `firstNumber` is where the numbers of this year begin. */
export const CreateSeries = MeetingSeries.pick({
  ...{ name: true, kind: true, weekday: true, time: true, length: true, place: true, host: true, attendees: true, firstNumber: true },
});
export type CreateSeries = z.infer<typeof CreateSeries>;

/** Says it again of a series that there is. */
export const UpdateSeries = CreateSeries.extend({ id: MeetingSeries.shape.id, version });
export type UpdateSeries = z.infer<typeof UpdateSeries>;

/** Names a series and the version that the person saw. */
export const TouchSeries = UpdateSeries.pick({ id: true, version: true });

/** Why the agenda may be longer than its limit this time. */
const overLimitReason = z.string().trim().min(2).max(200).optional();

const NewItem = z.strictObject({
  projectId: idOf('project').nullable(),
  /** The overdue decision that it takes up again. */
  decisionId: idOf('decision').optional(),
  /** The request that it answers; a project's item answers all that wait for the project. */
  requestId: idOf('agendaRequest').optional(),
  title: AgendaItem.shape.title.optional(),
  reason: AgendaItem.shape.reason.optional(),
  minutes: AgendaItem.shape.minutes.optional(),
});
/** An item as it is put on an agenda. */
export type NewItem = z.infer<typeof NewItem>;

const hasTitle = (item: Pick<NewItem, 'projectId' | 'title'>) => item.projectId !== null || item.title !== undefined;

/** Puts a project, or a matter of its own with a title, on the agenda of a week; of the series' week in hand when none is named. */
export const AddToAgenda = NewItem.extend({
  ...NamedSeries.shape,
  week: Week.optional(),
  /** The item that it comes behind; null is the first place, not given is the last. */
  after: idOf('agendaItem').nullish(),
  overLimitReason,
}).refine(hasTitle, { path: ['title'] });
export type AddToAgenda = z.infer<typeof AddToAgenda>;

/** Puts several items on the agenda behind what stands there, all or none. */
export const AddAllToAgenda = NamedMeeting.extend({
  items: z
    .array(NewItem.refine(hasTitle, { path: ['title'] }))
    .min(1)
    .max(60),
  overLimitReason,
});
export type AddAllToAgenda = z.infer<typeof AddAllToAgenda>;

/** What a unit adds to its project's item, null takes it back; `version` 0 says that there was none. */
export const SetItemNote = z.strictObject({
  id: idOf('agendaItem'),
  text: ItemNote.shape.text.nullable(),
  version: z.number().int().min(0),
});

/** 提请上会: a project, or a matter of its own, with what it is about; to the project's series where none is named. */
export const AskForAgenda = AgendaRequest.pick({ projectId: true, text: true }).extend(NamedSeries.shape);

/** Declines a request; who asked reads why. */
export const DeclineRequest = AgendaRequest.pick({ id: true, version: true }).extend({ reason: z.string().trim().min(2).max(200) });

/** Which rules propose items in a series. */
export const SetAgendaRules = z.strictObject({ id: idOf('meetingSeries'), rules: AgendaRules, version });

/** Puts an item behind another one of the same agenda; null is the first place. */
export const MoveAgendaItem = z.strictObject({ id: idOf('agendaItem'), after: idOf('agendaItem').nullable(), version });
export type MoveAgendaItem = z.infer<typeof MoveAgendaItem>;

/** Why an item is on the agenda, and how many minutes it takes. */
export const UpdateAgendaItem = AgendaItem.pick({ id: true, reason: true, minutes: true, version: true });
export type UpdateAgendaItem = z.infer<typeof UpdateAgendaItem>;

/** Takes an item off the agenda, as long as nothing was decided on it. */
export const RemoveAgendaItem = z.strictObject({ id: idOf('agendaItem'), version });
export type RemoveAgendaItem = z.infer<typeof RemoveAgendaItem>;

/** Names a meeting and the version that the person saw; 0 says that it was only planned. */
export const TouchMeeting = NamedMeeting.extend({ version: z.number().int().min(0) });
export type TouchMeeting = z.infer<typeof TouchMeeting>;

/** 重开: why a closed meeting is opened once more. */
export const ReopenMeeting = TouchMeeting.extend({ reason: z.string().trim().min(2).max(200) });
export type ReopenMeeting = z.infer<typeof ReopenMeeting>;

/** Names a paper of the meeting of a week. */
export const DraftPaper = NamedMeeting.extend({ kind: MeetingPaper });

/** Names what is handed out at the meeting of a week. */
export const NamedHandout = NamedMeeting.extend({ handout: MeetingHandout });
export type NamedHandout = z.infer<typeof NamedHandout>;

/** The words of a paper as they are to read; `version` 0 says that they were as drafted. */
export const SetWords = DraftPaper.extend({ edits: z.array(WordEdit).max(200), version: z.number().int().min(0) });

/** What the office settles before the meeting. */
export const UpdateMeeting = TouchMeeting.extend({
  time: WallTime,
  length: Meeting.shape.length,
  place: Meeting.shape.place,
  host: z.string().trim().min(1).max(40).nullable(),
  attendees: z.string().trim().min(1).max(2000).nullable(),
});
export type UpdateMeeting = z.infer<typeof UpdateMeeting>;

/** A decision on an item, or on none of them (null), in the meeting of a week; its project is the item's. */
export const MakeDecision = Decision.pick({
  agendaItemId: true,
  text: true,
  ownerUnitId: true,
  helperUnitIds: true,
  supervisor: true,
  dueOn: true,
}).extend(NamedMeeting.shape);
export type MakeDecision = z.infer<typeof MakeDecision>;

/** A decision as it is to read; which item it belongs to is not changed by it. */
export const UpdateDecision = Decision.pick({
  id: true,
  text: true,
  ownerUnitId: true,
  helperUnitIds: true,
  supervisor: true,
  dueOn: true,
  version: true,
});
export type UpdateDecision = z.infer<typeof UpdateDecision>;

/** Names a decision and the version that the person saw. */
export const TouchDecision = z.strictObject({ id: idOf('decision'), version });
export type TouchDecision = z.infer<typeof TouchDecision>;

/** 办结: the day on which it was settled, which may lie back. */
export const MarkDecisionDone = TouchDecision.extend({ doneOn: Day });
export type MarkDecisionDone = z.infer<typeof MarkDecisionDone>;

/** What the owner did, with the files sent before that show it. */
export const AnswerDecision = TouchDecision.extend({
  text: DecisionAnswer.shape.text,
  fileIds: z.array(idOf('file')).max(6),
});
export type AnswerDecision = z.infer<typeof AnswerDecision>;

/** The answer is not enough: the decision goes on, and the owner reads why. */
export const SendBackDecision = TouchDecision.extend({ reason: z.string().trim().min(2).max(200) });
export type SendBackDecision = z.infer<typeof SendBackDecision>;

/** The decision as far as it is typed; who types it the server knows. */
export const DecisionDraft = ScreenState.shape.draft.unwrap().omit({ byName: true });
export type DecisionDraft = z.infer<typeof DecisionDraft>;

/** What the screen is to show, and which console says so; one that does not drive has to take over. */
export const ShowOnScreen = NamedMeeting.extend({
  consoleId: ConsoleId,
  takeOver: z.boolean(),
  isRehearsal: z.boolean().default(false),
  show: ScreenPage,
  cover: ScreenCover.nullable(),
});
export type ShowOnScreen = z.infer<typeof ShowOnScreen>;

/** The decision as far as it is typed, on any console; null when it is issued or given up. */
export const TypeDecision = NamedMeeting.extend({ draft: DecisionDraft.nullable(), isRehearsal: z.boolean().default(false) });

export type TypeDecision = z.infer<typeof TypeDecision>;
