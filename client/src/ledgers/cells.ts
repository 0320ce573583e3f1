import { useCallback } from 'react';
import { Day, Month } from '#shared/kit/calendar.ts';
import { formatWan } from '#shared/kit/money.ts';
import type { LedgerColumn } from '#shared/ledgers/columns.ts';
import type { LedgerRecord } from '#shared/ledgers/records.ts';
import { ProblemCategory, ProblemRung } from '#shared/problems/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPCClient } from '../app/trpc.ts';
import { readMoney } from '../kit/money.ts';
import type { Option } from '../kit/Select.tsx';
import { useUnitOptions } from '../units/options.ts';
import { useCellWrites } from './mutations.ts';

/** A cell about to be changed, as it stands on the server now; `write` answers false where the text cannot be read. */
export type OpenedCell = {
  input: 'text' | 'day' | 'month' | 'money' | 'choice';
  value: string;
  options: readonly Option<string>[];
  write: (typed: string) => Promise<boolean>;
};

const read = {
  text: (typed: string) => ({ value: typed.trim() === '' ? null : typed.trim() }),
  day: (typed: string) => readAs(Day.nullable(), typed),
  month: (typed: string) => readAs(Month.nullable(), typed),
};

function readAs<Value>(
  schema: { safeParse: (given: unknown) => { success: boolean; data?: Value } },
  typed: string,
): { value: Value } | null {
  const parsed = schema.safeParse(typed.trim() === '' ? null : typed.trim());
  return parsed.success && parsed.data !== undefined ? { value: parsed.data } : null;
}

/** Opens a cell for typing: it asks for the record first, so that what is changed is what the server has. */
export function useOpenCell(): (record: LedgerRecord, column: LedgerColumn) => Promise<OpenedCell | null> {
  const client = useTRPCClient();
  const writes = useCellWrites();
  const { vocabulary } = useMessages();
  const units = useUnitOptions();
  return useCallback(
    async ({ id, project: { projectId } }, column) => {
      switch (column.edit) {
        case 'projects.update': {
          const { project } = await client.projects.get.query({ id: projectId });
          return openProject(project, column.key, writes.project);
        }
        case 'projects.setYearPlan': {
          const { yearPlan } = await client.projects.get.query({ id: projectId });
          return money(yearPlan?.annual ?? null, (annual) => writes.yearPlan(projectId, yearPlan, annual));
        }
        case 'problems.update': {
          const problem = (await client.problems.ofProject.query({ projectId })).find((each) => each.id === id);
          if (!problem) return null;
          if (column.key === 'title') return text(problem.title, (title) => writes.problem(problem, { title: title ?? '' }));
          if (column.key === 'dueOn') return day(problem.dueOn, (dueOn) => writes.problem(problem, { dueOn }));
          if (column.key === 'owner')
            return choice(problem.ownerUnitId, units, (value) => {
              const unit = units.find((each) => each.value === value);
              return writes.problem(problem, { ownerUnitId: unit?.value ?? null });
            });
          if (column.key === 'category')
            return choice(problem.category, optionsOf(vocabulary.problemCategory), (value) =>
              writes.problem(problem, { category: ProblemCategory.parse(value) }),
            );
          return choice(problem.rung, optionsOf(vocabulary.problemRung), (value) =>
            writes.problem(problem, { rung: ProblemRung.parse(value) }),
          );
        }
        case 'registrations.set': {
          const registration = await client.registrations.ofProject.query({ projectId });
          const write = (change: Parameters<typeof writes.registration>[2]) => writes.registration(projectId, registration, change);
          if (column.key === 'note') return text(registration?.note ?? null, (note) => write({ note }));
          if (column.key === 'submittedOn') return day(registration?.submittedOn ?? null, (submittedOn) => write({ submittedOn }));
          return day(registration?.registeredOn ?? null, (registeredOn) => write({ registeredOn }));
        }
        default:
          return null;
      }
    },
    [client, writes, vocabulary, units],
  );
}

type Writes = ReturnType<typeof useCellWrites>;
type ProjectRecord = Parameters<Writes['project']>[0];

function openProject(project: ProjectRecord, key: string, write: Writes['project']): OpenedCell | null {
  switch (key) {
    case 'leader':
      return text(project.leaderName, (leaderName) => write(project, { leaderName }));
    case 'category':
    case 'location':
    case 'content':
      return text(project[key], (value) => write(project, { [key]: value }));
    case 'plannedStart':
    case 'plannedFinish':
      return cell('month', project[key] ?? '', async (typed) => {
        const month = read.month(typed);
        if (month) await write(project, { [key]: month.value });
        return month !== null;
      });
    case 'totalInvestment':
      return money(project.totalInvestment, (totalInvestment) => write(project, { totalInvestment }));
    default:
      return null;
  }
}

function cell(input: OpenedCell['input'], value: string, write: OpenedCell['write'], options: OpenedCell['options'] = []): OpenedCell {
  return { input, value, options, write };
}

function text(value: string | null, write: (value: string | null) => Promise<unknown>): OpenedCell {
  return cell('text', value ?? '', async (typed) => {
    await write(read.text(typed).value);
    return true;
  });
}

function day(value: Day | null, write: (value: Day | null) => Promise<unknown>): OpenedCell {
  return cell('day', value ?? '', async (typed) => {
    const found = read.day(typed);
    if (found) await write(found.value);
    return found !== null;
  });
}

function money(
  value: Parameters<typeof formatWan>[0] | null,
  write: (value: Parameters<typeof formatWan>[0]) => Promise<unknown>,
): OpenedCell {
  return cell('money', value === null ? '' : formatWan(value, 4), async (typed) => {
    const found = readMoney(typed);
    if (found.state === 'amount') await write(found.amount);
    return found.state === 'amount';
  });
}

function choice(value: string | null, options: readonly Option<string>[], write: (value: string) => Promise<unknown>): OpenedCell {
  const chosen = async (typed: string) => {
    await write(typed);
    return true;
  };
  return cell('choice', value ?? '', chosen, options);
}

function optionsOf(words: Readonly<Record<string, string>>): Option<string>[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
