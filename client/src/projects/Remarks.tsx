import { mayCall } from '#shared/auth/permissions.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Section } from '../kit/Page.tsx';
import { RemarkList } from '../remarks/RemarkList.tsx';
import { WriteRemark } from '../remarks/WriteRemark.tsx';
import type { ProjectView } from './data.ts';

/** What leaders said on a project; a leader writes here. */
export function Remarks({ view }: { view: ProjectView }) {
  const { remarks } = useMessages();
  const { actor } = useSession();
  const mayWrite = actor !== null && mayCall(actor.role, 'remarks.write');
  return (
    <Section title={remarks.title} actions={mayWrite && <WriteRemark project={view.project} />}>
      {view.remarks.length === 0 ? <EmptyState title={remarks.none} /> : <RemarkList remarks={view.remarks} onRemove={null} />}
    </Section>
  );
}
