import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Section } from '../kit/Page.tsx';
import { CountTable } from '../problems/CountTable.tsx';

/** The problems that are open today, whatever the period: by type, rung and age, each number with its problems behind it. */
export function ProblemSection() {
  const { figures, problems } = useMessages();
  const { data } = useQuery(useTRPC().problems.counts.queryOptions());
  if (!data || data.all.total === 0) return null;
  return (
    <Section title={figures.problems} note={problems.countNote}>
      <CountTable counts={data} />
    </Section>
  );
}
