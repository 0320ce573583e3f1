import { useQuery } from '@tanstack/react-query';
import { useSearch } from 'wouter';
import { z } from 'zod';
import { decisionList } from '#shared/meetings/decision-list.ts';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { PrintDesk } from '../documents/PrintDesk.tsx';
import { chosen } from './DecisionsPage.tsx';

const Asked = z.object({
  by: z.enum(['unit', 'leader']).catch('unit'),
  show: z.enum(['unsettled', 'overdue', 'answered', 'all']).catch('unsettled'),
});

/** The list of decisions on paper, by unit or by leader. */
export function DecisionsPrintPage() {
  const { by, show } = Asked.parse(Object.fromEntries(new URLSearchParams(useSearch())));
  const today = useToday();
  const trpc = useTRPC();
  const list = useQuery(trpc.decisions.list.queryOptions());
  const district = useQuery(trpc.districts.mine.queryOptions());
  const document =
    list.data && district.data
      ? decisionList({ districtName: district.data.name, asOf: today, by, decisions: chosen(list.data, show) })
      : null;
  return <PrintDesk document={document} error={list.error ?? district.error} />;
}
