import type { Inspection } from '#shared/inspections/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import type { ResultGroup } from './Results.tsx';
import { nameOf } from './ScoreBar.tsx';
import { type Tie, tiesIn } from './ties.ts';

/** 需要裁定: each equal score with what settled it, or that nothing did. */
export function Ties({ inspection, groups }: { inspection: Pick<Inspection, 'criteria' | 'groups'>; groups: readonly ResultGroup[] }) {
  const { inspections } = useMessages();
  const ties = tiesIn(groups);
  if (ties.length === 0) return null;
  return (
    <Section title={inspections.ties.title} note={inspections.ties.note(ties.length)}>
      {ties.map((tie) => (
        <TieNotice key={tie.entries[0]?.entryId} tie={tie} inspection={inspection} />
      ))}
    </Section>
  );
}

function TieNotice({ tie, inspection }: { tie: Tie; inspection: Pick<Inspection, 'criteria' | 'groups'> }) {
  const { inspections, kit } = useMessages();
  const text = inspections.ties;
  const group = inspection.groups.find((one) => one.id === tie.groupId)?.name ?? '';
  const ranks = [...new Set(tie.entries.flatMap((entry) => (entry.rank === null ? [] : [entry.rank])))];
  const settledBy = tie.entries.find((entry) => entry.settledBy)?.settledBy ?? null;
  const parts = tie.entries.map((entry) =>
    text.part(entry.projectName, entry.parts.find((part) => part.criterionId === settledBy)?.points ?? ''),
  );
  return (
    <Notice look="yellow" title={text.equal(group, text.ranks(ranks), tie.entries[0]?.score ?? '')}>
      <p>
        {settledBy
          ? text.settled(nameOf(inspection.criteria, settledBy), kit.phrases(parts))
          : kit.phrases(tie.entries.map((entry) => entry.projectName))}
      </p>
      {tie.entries.some((entry) => entry.isShared) && <p>{text.shared}</p>}
    </Notice>
  );
}
