import { useState } from 'react';
import { CreateSeries } from '#shared/meetings/inputs.ts';
import { type MeetingSeries, USUAL_LENGTH } from '#shared/meetings/series.ts';
import { ProjectKind } from '#shared/projects/schema.ts';
import { wrongFields } from '../app/fields.ts';
import { useMessages } from '../app/language.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { Select } from '../kit/Select.tsx';
import { TextArea, TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useFailureText } from '../projects/data.ts';
import { type MeetingTime, MeetingTimeFields } from './MeetingTimeFields.tsx';
import { useCreateSeries, useUpdateSeries } from './mutations.ts';

const usual: MeetingTime = { weekday: 1, time: '09:00', place: '' };
const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
const kinds = ['all', ...ProjectKind.options] as const;

/** A series, new or on record: what its meetings are like unless one says otherwise. */
export function SeriesDialog({ series, onClose }: { series: MeetingSeries | null; onClose: () => void }) {
  const { series: words } = useMessages().meetings;
  const toast = useToast();
  const create = useCreateSeries();
  const update = useUpdateSeries();
  const failure = useFailureText(create.error ?? update.error);
  const [isAsked, setAsked] = useState(false);
  const [name, setName] = useState(series?.name ?? '');
  const [kind, setKind] = useState(series?.kind ?? null);
  const [when, setWhen] = useState<MeetingTime>(series ?? usual);
  const [length, setLength] = useState(String(series?.length ?? USUAL_LENGTH));
  const [host, setHost] = useState(series?.host ?? '');
  const [attendees, setAttendees] = useState(series?.attendees ?? '');
  const [firstNumber, setFirstNumber] = useState(String(series?.firstNumber ?? 1));
  const { weekday, time, place } = when;
  const value = {
    ...{ name, kind, weekday, time, place, length: Number(length), host: orNull(host), attendees: orNull(attendees) },
    firstNumber: Number(firstNumber),
  };
  const wrong = isAsked ? wrongFields(CreateSeries, value) : new Set<string>();
  const error = (field: keyof typeof words.wrong) => (wrong.has(field) ? words.wrong[field] : null);

  function save(): void {
    setAsked(true);
    const read = CreateSeries.safeParse(value);
    if (!read.success) return;
    const done = (text: string) => {
      toast({ text });
      onClose();
    };
    if (series) {
      const { id, version } = series;
      update.mutate({ ...read.data, id, version }, { onSuccess: (saved) => done(words.saved(saved.name)) });
    } else create.mutate(read.data, { onSuccess: (made) => done(words.made(made.name)) });
  }

  return (
    <FormDialog
      title={series ? words.editOf(series.name) : words.addTitle}
      size="large"
      save={series ? words.save : words.create}
      busy={create.isPending || update.isPending}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <FormGrid>
        <TextField
          {...{ label: words.name, hint: words.nameHint, value: name, onText: setName, error: error('name') }}
          required
          autoFocus
          maxLength={40}
        />
        <Select
          label={words.kind}
          hint={words.kindHint}
          options={kinds.map((each) => ({ value: each, label: words.kinds[each] }))}
          value={kind ?? 'all'}
          onValue={(chosen) => setKind(chosen === 'all' ? null : chosen)}
        />
        <MeetingTimeFields value={when} onValue={setWhen} wrong={wrong} />
        <TextField
          {...{ label: words.length, value: length, onText: setLength, error: error('length') }}
          required
          inputMode="numeric"
          maxLength={3}
        />
        <TextField {...{ label: words.host, value: host, onText: setHost, error: error('host') }} maxLength={40} />
        <TextField
          {...{ label: words.firstNumber, hint: words.firstNumberHint, value: firstNumber, onText: setFirstNumber }}
          error={error('firstNumber')}
          required
          inputMode="numeric"
          maxLength={3}
        />
        <WideCell>
          <TextArea
            {...{ label: words.attendees, hint: words.attendeesHint, value: attendees, onText: setAttendees, error: error('attendees') }}
          />
        </WideCell>
      </FormGrid>
    </FormDialog>
  );
}
