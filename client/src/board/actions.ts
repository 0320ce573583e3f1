import { useLocation } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall, type ProcedureName } from '#shared/auth/permissions.ts';
import { type BoardAddress, BoardView } from '#shared/board/address.ts';
import { noFilter } from '#shared/board/filter.ts';
import { LaneKey } from '#shared/board/lanes.ts';
import { ProjectKind } from '#shared/projects/schema.ts';
import { type Action, useActions } from '../app/actions.ts';
import { useMessages } from '../app/language.tsx';

type Looking = { address: BoardAddress; onAddress: (address: BoardAddress) => void; role: Role };

/** What can be done on the board, for the palette and the key map. */
export function useBoardActions({ address, onAddress, role }: Looking): void {
  const messages = useMessages();
  const { board, vocabulary } = messages;
  const [, navigate] = useLocation();
  const { filter, lanes, view } = address;
  const toView = (to: BoardView): Action => ({
    ...{ id: `view-${to}`, label: board.acts.view(board.views[to]), run: () => onAddress({ ...address, view: to }) },
    whyNot: to === view ? board.acts.already : null,
  });
  const toLanes = (by: LaneKey | null): Action => ({
    ...{ id: `lanes-${by}`, label: by ? board.laneKeys[by] : board.acts.noLanes, run: () => onAddress({ ...address, lanes: by }) },
    whyNot: by === lanes ? board.acts.already : null,
  });
  const toPage = (needs: ProcedureName, path: string, label: string): Action[] =>
    mayCall(role, needs) ? [{ id: path, label, run: () => navigate(path) }] : [];
  const held = (id: keyof typeof board.acts.keys, keys: readonly string[]): Action => ({ id, label: board.acts.keys[id], keys, run: null });
  useActions(board.title, () => [
    held('lift', [board.keyCaps.space]),
    held('walk', ['↑', '↓', '←', '→']),
    held('carry', ['↑', '↓', '←', '→']),
    held('putBack', ['Esc']),
    held('open', ['Enter']),
    ...BoardView.options.map(toView),
    ...[null, ...LaneKey.options].map(toLanes),
    ...ProjectKind.options.map((kind): Action => {
      const run = () => onAddress({ ...address, filter: { ...filter, kind } });
      return { id: `kind-${kind}`, label: board.acts.only(vocabulary.kind[kind]), run };
    }),
    { id: 'late', label: board.acts.late, run: () => onAddress({ ...address, filter: { ...filter, late: !filter.late } }) },
    { id: 'clear', label: board.clear, run: () => onAddress({ ...address, filter: noFilter }) },
    ...toPage('projects.create', '/projects/new', messages.projects.newTitle),
    ...toPage('imports.preview', '/import', messages.imports.title),
    ...toPage('projects.carryOver', '/projects/carry', messages.projects.carry.title),
  ]);
}
