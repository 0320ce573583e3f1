import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { NamedHandout } from '#shared/meetings/inputs.ts';
import { MissingPage } from '../app/MissingPage.tsx';
import { useTRPC } from '../app/trpc.ts';
import { PrintDesk } from '../documents/PrintDesk.tsx';
import { useSeriesParam } from './series.ts';

/** 会议材料 or 签到表 of a meeting, on paper. */
export function HandoutPage() {
  const { week, handout } = useParams();
  const asked = NamedHandout.safeParse({ week, handout, ...useSeriesParam() });
  return asked.success ? <Handout asked={asked.data} /> : <MissingPage />;
}

function Handout({ asked }: { asked: NamedHandout }) {
  const { data, error } = useQuery(useTRPC().meetings.handout.queryOptions(asked));
  return <PrintDesk document={data ?? null} error={error} />;
}
