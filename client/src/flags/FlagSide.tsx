import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import type { FlagAct } from '#shared/flags/rules.ts';
import { FlagColour } from '#shared/flags/schema.ts';
import type { Inspection } from '#shared/inspections/schema.ts';
import { type Quarter, yearOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Notice, Section } from '../kit/Page.tsx';
import { FlagActDialog } from './FlagActDialog.tsx';
import { FlagPanel, type ListedFlag, UnitFlags } from './FlagPanel.tsx';

type FlagSideProps = {
  quarter: Quarter;
  inspection: Pick<Inspection, 'state' | 'groups' | 'redPerGroup' | 'blackPerGroup'> | null;
  flags: readonly ListedFlag[];
  role: Role;
  /** An entry's name and score, for the flags and the rule's verdicts. */
  entryOf: (projectId: Id<'project'> | null) => { projectName: string; score: string | null } | null;
};

/** The quarter's flags beside the ranking: what is proposed, what the rule leaves to people, what follows. */
export function FlagSide({ quarter, inspection, flags, role, entryOf }: FlagSideProps) {
  const { flags: text, kit } = useMessages();
  const trpc = useTRPC();
  const [asked, setAsked] = useState<{ flag: ListedFlag; act: FlagAct } | null>(null);
  const mayPreview = mayCall(role, 'flags.preview') && inspection?.state === 'closed';
  const verdicts = useQuery(trpc.flags.preview.queryOptions({ quarter }, { enabled: mayPreview })).data ?? [];
  const units = useQuery(trpc.flags.byUnit.queryOptions({ quarter })).data ?? [];
  const quotas = { red: inspection?.redPerGroup ?? 0, black: inspection?.blackPerGroup ?? 0 };
  const open = verdicts.filter((one) => !flags.some((flag) => flag.projectId === one.projectId));
  const undecided = open.filter((one) => one.outcome === 'undecided');
  const spared = open.filter((one) => one.outcome === 'spared');
  return (
    <>
      {FlagColour.options.map((colour) => (
        <FlagPanel
          key={colour}
          colour={colour}
          flags={flags.filter((flag) => flag.colour === colour)}
          quota={inspection ? quotas[colour] * inspection.groups.length : null}
          inspection={inspection}
          role={role}
          scoreOf={(flag) => entryOf(flag.projectId)?.score ?? null}
          onAct={(flag, act) => setAsked({ flag, act })}
        />
      ))}
      {undecided.length > 0 && (
        <Notice look="yellow" title={text.undecided}>
          <p>{text.undecidedHint(kit.list(undecided.map((one) => entryOf(one.projectId)?.projectName ?? '')))}</p>
        </Notice>
      )}
      {spared.length > 0 && (
        <Notice title={text.spared}>
          {spared.map((one) => (
            <p key={one.projectId}>{text.sparedHint(entryOf(one.projectId)?.projectName ?? '', one.basis)}</p>
          ))}
        </Notice>
      )}
      <Section title={text.units} note={text.unitsNote(yearOf(quarter))}>
        <UnitFlags units={units} />
      </Section>
      {asked && <FlagActDialog flag={asked.flag} act={asked.act} onClose={() => setAsked(null)} />}
    </>
  );
}
