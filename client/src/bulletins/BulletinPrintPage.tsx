import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { Month } from '#shared/kit/calendar.ts';
import { MissingPage } from '../app/MissingPage.tsx';
import { useTRPC } from '../app/trpc.ts';
import { PrintDesk } from '../documents/PrintDesk.tsx';

/** A month's bulletin as it stands, to print before it is issued. */
export function BulletinPrintPage() {
  const month = Month.safeParse(useParams().month);
  return month.success ? <Draft month={month.data} /> : <MissingPage />;
}

function Draft({ month }: { month: Month }) {
  const trpc = useTRPC();
  const view = useQuery(trpc.bulletins.view.queryOptions({ month }));
  return <PrintDesk document={view.data?.document ?? null} error={view.error} />;
}
