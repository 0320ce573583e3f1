import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Level, ProjectKind, projectCodePattern, Stage, Track, YearClass } from '#shared/projects/schema.ts';
import { stagesOf } from '#shared/projects/stages.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { DateField } from '../kit/DateField.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { MoneyField } from '../kit/MoneyField.tsx';
import { MonthField } from '../kit/MonthField.tsx';
import { Select } from '../kit/Select.tsx';
import { TextArea, TextField } from '../kit/TextField.tsx';
import { useUnitOptions } from '../units/options.ts';
import { dayIn, type FormField, type ProjectForm } from './form.ts';

type ProjectFieldsProps = {
  form: ProjectForm;
  onField: (field: FormField, text: string) => void;
  wrong: ReadonlySet<string>;
  /** A new project has a stage and a first plan; on record they change by acts of their own. */
  isNew: boolean;
  year: number;
};

/** The fields of a project, new or on record. */
export function ProjectFields({ form, onField, wrong, isNew, year }: ProjectFieldsProps) {
  const { projects, vocabulary } = useMessages();
  const { fields } = projects;
  const units = useUnitOptions();
  const leaderList = useId();
  const leaders = useQuery(useTRPC().accounts.leaders.queryOptions()).data ?? [];
  const text = (field: FormField) => ({
    value: form[field],
    onText: (typed: string) => onField(field, typed),
    error: wrong.has(field) ? projects.fieldError : null,
  });
  const choice = <Code extends FormField>(field: Code, codes: readonly string[], words: Record<string, string>) => ({
    value: form[field],
    onValue: (code: string | null) => onField(field, code ?? ''),
    options: codes.map((code) => ({ value: code, label: words[code] ?? code })),
  });
  const day = (field: FormField) => ({
    value: dayIn(form[field]),
    onDay: (on: string | null) => onField(field, on ?? ''),
    error: wrong.has(field) ? projects.fieldError : null,
  });
  const money = (field: FormField) => ({
    text: form[field],
    onText: (typed: string) => onField(field, typed),
    error: wrong.has(field) ? projects.fieldError : null,
  });
  const kind = ProjectKind.safeParse(form.kind).data ?? 'key';
  const isMisfit = form.code.trim() !== '' && !projectCodePattern.test(form.code.trim());
  return (
    <FormGrid>
      <WideCell>
        <TextField label={fields.name} hint={projects.nameHint} required {...text('name')} />
      </WideCell>
      <Select
        label={fields.unit}
        required
        options={units}
        value={units.find((unit) => unit.value === form.unitId)?.value ?? null}
        onValue={(unit) => onField('unitId', unit ?? '')}
        error={wrong.has('unitId') ? projects.fieldError : null}
      />
      <TextField label={fields.leaderName} hint={projects.leaderHint} list={leaderList} {...text('leaderName')} />
      <datalist id={leaderList}>
        {leaders.map((leader) => (
          <option key={leader.id} value={leader.name} />
        ))}
      </datalist>
      <Select label={fields.kind} {...choice('kind', ProjectKind.options, vocabulary.kind)} />
      <Select label={fields.level} {...choice('level', Level.options, vocabulary.level)} />
      <Select label={fields.yearClass} {...choice('yearClass', YearClass.options, vocabulary.yearClass)} />
      <Select label={fields.track} {...choice('track', Track.options, vocabulary.track)} />
      {isNew && (
        <Select
          label={fields.stage}
          {...choice(
            'stage',
            Stage.options.filter((stage) => stagesOf[kind].includes(stage)),
            vocabulary.stage,
          )}
        />
      )}
      <TextField label={fields.code} hint={isMisfit ? projects.codeMisfit : projects.codeHint} {...text('code')} />
      <MoneyField label={fields.totalInvestment} required {...money('totalInvestment')} />
      {isNew && <MoneyField label={projects.annualThisYear(year)} required {...money('annualPlan')} />}
      {isNew && <MoneyField label={fields.doneBeforeYear} required {...money('doneBeforeYear')} />}
      <MonthField label={fields.plannedStart} {...text('plannedStart')} error={wrong.has('plannedStart') ? projects.month : null} />
      <MonthField label={fields.plannedFinish} {...text('plannedFinish')} error={wrong.has('plannedFinish') ? projects.month : null} />
      <DateField label={fields.actualStart} {...day('actualStart')} />
      <DateField label={fields.actualFinish} {...day('actualFinish')} />
      <TextField label={fields.category} {...text('category')} />
      <TextField label={fields.location} {...text('location')} />
      <WideCell>
        <TextArea label={fields.content} limit={2000} rows={4} {...text('content')} />
      </WideCell>
    </FormGrid>
  );
}
