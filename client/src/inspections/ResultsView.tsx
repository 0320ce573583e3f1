import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Actor } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import type { FlagColour } from '#shared/flags/schema.ts';
import type { Inspection } from '#shared/inspections/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { FlagDialog } from '../flags/FlagDialog.tsx';
import { FlagSide } from '../flags/FlagSide.tsx';
import { usePropose } from '../flags/mutations.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice } from '../kit/Page.tsx';
import styles from './InspectionPage.module.css';
import { type ResultEntry, Results } from './Results.tsx';
import { Ties } from './Ties.tsx';

/** The ranking with the flags beside it. */
export function ResultsView({ actor, inspection }: { actor: Actor; inspection: Inspection }) {
  const { inspections: text, flags: flagText } = useMessages();
  const trpc = useTRPC();
  const { quarter } = inspection;
  const results = useQuery(trpc.inspections.results.queryOptions({ quarter }));
  const flags = useQuery(trpc.flags.list.queryOptions({ quarter })).data?.flags ?? [];
  const propose = usePropose();
  const [proposing, setProposing] = useState<{ entry: ResultEntry; colour: FlagColour } | null>(null);
  const groups = results.data?.groups ?? [];
  const entries = groups.flatMap((group) => group.entries);
  const isScored = entries.some((entry) => entry.score !== null);
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {inspection.state === 'open' && isScored && <Notice look="yellow">{text.results.provisional}</Notice>}
        {isScored ? (
          <Results
            inspection={inspection}
            groups={groups}
            lampMonth={results.data?.lampMonth ?? null}
            flagOf={(projectId) => flags.find((flag) => flag.projectId === projectId) ?? null}
            onPropose={mayCall(actor.role, 'flags.propose') ? (entry, colour) => setProposing({ entry, colour }) : null}
          />
        ) : (
          <EmptyState title={text.noResults} hint={text.noResultsHint} />
        )}
      </div>
      <aside className={styles.side}>
        <FlagSide
          quarter={quarter}
          inspection={inspection}
          flags={flags}
          role={actor.role}
          entryOf={(projectId) => entries.find((entry) => entry.projectId === projectId) ?? null}
        />
        <Ties inspection={inspection} groups={groups} />
      </aside>
      {proposing && (
        <FlagDialog
          title={flagText.proposeFor(proposing.entry.projectName)}
          hint={flagText.basisHint}
          basisOf={proposing.colour}
          text=""
          confirm={flagText.propose[proposing.colour]}
          busy={propose.isPending}
          onConfirm={(basis) =>
            propose.mutate(
              { projectId: proposing.entry.projectId, quarter, colour: proposing.colour, basis },
              { onSettled: () => setProposing(null) },
            )
          }
          onClose={() => setProposing(null)}
        />
      )}
    </div>
  );
}
