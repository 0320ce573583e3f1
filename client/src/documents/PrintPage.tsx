import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { idOf } from '#shared/kit/ids.ts';
import { MissingPage } from '../app/MissingPage.tsx';
import { useTRPC } from '../app/trpc.ts';
import { PrintDesk } from './PrintDesk.tsx';

/** An issued document, by its id. */
export function PrintPage() {
  const id = idOf('document').safeParse(useParams().documentId);
  return id.success ? <Issued id={id.data} /> : <MissingPage />;
}

function Issued({ id }: { id: ReturnType<ReturnType<typeof idOf<'document'>>['parse']> }) {
  const trpc = useTRPC();
  const issued = useQuery(trpc.documents.get.queryOptions({ id }, { staleTime: Number.POSITIVE_INFINITY }));
  return <PrintDesk document={issued.data?.model ?? null} error={issued.error} />;
}
