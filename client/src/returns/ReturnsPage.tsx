import { useLocation, useSearchParams } from 'wouter';
import { idOf } from '#shared/kit/ids.ts';
import { useSession } from '../app/now.ts';
import { useFreshReturns } from './mutations.ts';
import { OfficeForm } from './OfficeForm.tsx';
import { OfficeReturns } from './OfficeReturns.tsx';
import { OfficerReturns } from './OfficerReturns.tsx';

const ProjectId = idOf('project');

/** 周填报: the officer's forms, or the office's list of who has returned. `?project=` opens one form. */
export function ReturnsPage() {
  const { actor } = useSession();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const openId = ProjectId.safeParse(search.get('project')).data ?? null;
  useFreshReturns();
  if (!actor) return null;
  if (actor.role !== 'office') {
    return <OfficerReturns actor={actor} openId={openId} onOpen={(id) => navigate(`/returns?project=${id}`, { replace: true })} />;
  }
  return openId ? <OfficeForm actor={actor} projectId={openId} onDone={() => navigate('/returns')} /> : <OfficeReturns />;
}
