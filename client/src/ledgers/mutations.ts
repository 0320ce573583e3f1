import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Money, zero } from '#shared/kit/money.ts';
import { updateOf } from '#shared/problems/flow.ts';
import type { Problem, UpdateProblem } from '#shared/problems/schema.ts';
import type { UpdateProject } from '#shared/projects/changes.ts';
import type { Project, YearPlan } from '#shared/projects/schema.ts';
import type { Registration } from '#shared/registrations/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { bytesOf, saveFile, XLSX } from '../kit/download.ts';
import { useToast } from '../kit/Toast.tsx';
import { useAfterAct } from '../projects/data.ts';

/** What a cell writes, through the acts that the project's page uses: a ledger has no way of its own to change a record. */
export function useCellWrites() {
  const trpc = useTRPC();
  const after = useAfterAct(useMessages().ledgers.saved);
  const { mutateAsync: updateProject } = useMutation(trpc.projects.update.mutationOptions(after));
  const { mutateAsync: setYearPlan } = useMutation(trpc.projects.setYearPlan.mutationOptions(after));
  const { mutateAsync: updateProblem } = useMutation(trpc.problems.update.mutationOptions(after));
  const { mutateAsync: setRegistration } = useMutation(trpc.registrations.set.mutationOptions(after));
  const year = Number(useToday().slice(0, 4));
  return useMemo(
    () => ({
      project: (
        { key: _key, districtId: _district, stage: _stage, standing: _standing, ...project }: Project,
        change: Partial<UpdateProject>,
      ) => updateProject({ ...project, ...change }),
      yearPlan: (projectId: Project['id'], plan: YearPlan | null, annual: Money) => {
        if (!plan) return setYearPlan({ projectId, year, annual, byMonth: null, doneBeforeYear: zero, version: 0 });
        const { id: _id, ...fields } = plan;
        return setYearPlan({ ...fields, annual });
      },
      problem: (problem: Problem, change: Partial<UpdateProblem>) => updateProblem({ ...updateOf(problem), ...change }),
      registration: (projectId: Project['id'], found: Registration | null, change: Partial<Registration>) => {
        const { submittedOn = null, registeredOn = null, note = null, version = 0 } = found ?? {};
        return setRegistration({ projectId, submittedOn, registeredOn, note, version, ...change });
      },
    }),
    [updateProject, setYearPlan, updateProblem, setRegistration, year],
  );
}

/** Fetches the workbook and hands it to the browser as a download. */
export function useExport() {
  const toast = useToast();
  const messages = useMessages();
  return useMutation(
    useTRPC().ledgers.export.mutationOptions({
      onSuccess: ({ fileName, rows, base64 }) => {
        saveFile(fileName, bytesOf(base64), XLSX);
        toast({ text: messages.ledgers.exported(rows) });
      },
      onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
    }),
  );
}
