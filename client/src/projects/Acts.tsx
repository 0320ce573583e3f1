import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import type { Standing } from '#shared/projects/schema.ts';
import { standingMoves } from '#shared/projects/standing.ts';
import { type Action, useActions } from '../app/actions.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Menu, type MenuItem } from '../kit/Menu.tsx';
import { AskForAgenda } from '../meetings/AskForAgenda.tsx';
import { FullDialog } from '../meetings/FullDialog.tsx';
import { useBeginReport } from '../reports/mutations.ts';
import { type ProjectView, useListForMeeting } from './data.ts';
import { EditDialog } from './EditDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { StageDialog } from './StageDialog.tsx';
import { StandingDialog } from './StandingDialog.tsx';
import type { ProjectTab } from './tabs.ts';

type Open = 'edit' | 'stage' | 'merge' | 'full' | { to: Standing };

type ActsProps = { view: ProjectView; role: Role /** The parts of the page, which the palette leads to. */; tabs: readonly ProjectTab[] };

/** What may be done with the project as a whole; each act asks in a dialog of its own. */
export function Acts({ view, role, tabs }: ActsProps) {
  const { projects, reports } = useMessages();
  const [open, setOpen] = useState<Open | null>(null);
  const [, navigate] = useLocation();
  const list = useListForMeeting(() => setOpen('full'));
  const report = useBeginReport();
  const close = () => setOpen(null);
  const { project } = view;
  const moves = standingMoves.filter((move) => move.from === project.standing && move.roles.includes(role));
  const changes: MenuItem[] = [
    ...(mayCall(role, 'projects.moveStage') ? [{ key: 'stage', label: projects.moveStage, onSelect: () => setOpen('stage') }] : []),
    ...(mayCall(role, 'projects.update') ? [{ key: 'edit', label: projects.edit, onSelect: () => setOpen('edit') }] : []),
  ];
  const standings = moves.map(({ to }): MenuItem => {
    return { key: to, label: projects.standing.acts[to], danger: to === 'withdrawn', onSelect: () => setOpen({ to }) };
  });
  const lists: MenuItem[] = [
    ...(mayCall(role, 'projects.carryOver')
      ? [{ key: 'carry', label: projects.carry.one, onSelect: () => navigate(`/projects/carry?project=${project.id}`) }]
      : []),
    ...(mayCall(role, 'projects.merge') ? [{ key: 'merge', label: projects.merge.title, onSelect: () => setOpen('merge') }] : []),
  ];
  const writing: MenuItem[] = mayCall(role, 'reports.begin')
    ? [{ key: 'report', label: reports.write, onSelect: () => report.mutate({ subject: { about: 'project', projectId: project.id } }) }]
    : [];
  const isListable = mayCall(role, 'agenda.add') && project.standing === 'active';
  useActions(project.name, [
    ...[...changes, ...standings, ...lists, ...writing].map(({ key, label, onSelect }): Action => ({ id: key, label, run: onSelect })),
    { id: 'print', label: projects.onePage, run: () => navigate(`/print/project/${project.id}`) },
    ...(isListable ? [{ id: 'agenda', label: projects.listForMeeting, run: () => list.mutate({ projectId: project.id }) }] : []),
    ...tabs.map(
      (tab): Action => ({ id: tab, label: projects.toTab(projects.tabs[tab]), run: () => navigate(`/projects/${project.id}/${tab}`) }),
    ),
  ]);
  const groups = [changes, writing, standings, lists].filter((items) => items.length > 0).map((items) => ({ items }));
  return (
    <>
      {groups.length > 0 && (
        <Menu
          label={projects.moreActs}
          trigger={
            <Button icon="dots" aria-label={projects.moreActs}>
              {projects.more}
            </Button>
          }
          groups={groups}
        />
      )}
      <Button icon="print" onClick={() => navigate(`/print/project/${project.id}`)}>
        {projects.onePage}
      </Button>
      {mayCall(role, 'agenda.ask') && project.standing === 'active' && <AskForAgenda project={project} />}
      {isListable && (
        <Button look="primary" busy={list.isPending} onClick={() => list.mutate({ projectId: project.id })}>
          {projects.listForMeeting}
        </Button>
      )}
      {open === 'full' && (
        <FullDialog onReason={(overLimitReason) => list.mutate({ projectId: view.project.id, overLimitReason })} onClose={close} />
      )}
      {open === 'edit' && <EditDialog project={project} onClose={close} />}
      {open === 'stage' && <StageDialog project={{ ...project, ...view.gate }} role={role} onClose={close} />}
      {open === 'merge' && <MergeDialog project={project} onClose={close} />}
      {open !== null && typeof open === 'object' && <StandingDialog project={project} to={open.to} onClose={close} />}
    </>
  );
}
