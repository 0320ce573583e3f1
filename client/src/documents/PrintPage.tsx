import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from 'wouter';
import { idOf } from '#shared/kit/ids.ts';
import { MissingPage } from '../app/MissingPage.tsx';
import { useTRPC } from '../app/trpc.ts';
import { PrintDesk } from './PrintDesk.tsx';

/** An issued document, by its id. */
export function PrintPage() {
  const id = idOf('document').safeParse(useParams().documentId);
  const attempt = Number(new URLSearchParams(useSearch()).get('version')) || undefined;
  return id.success ? <Issued id={id.data} attempt={attempt} /> : <MissingPage />;
}

function Issued({ id, attempt }: { id: ReturnType<ReturnType<typeof idOf<'document'>>['parse']>; attempt: number | undefined }) {
  const trpc = useTRPC();
  const issued = useQuery(
    trpc.documents.get.queryOptions(attempt === undefined ? { id } : { id, attempt }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  return (
    <PrintDesk
      document={issued.data?.model ?? null}
      error={issued.error}
      word={`/files/documents/${id}${attempt === undefined ? '' : `?version=${attempt}`}`}
    />
  );
}
