import { useLocation } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall, type ProcedureName } from '#shared/auth/permissions.ts';
import type { BoardAddress } from '#shared/board/address.ts';
import { noFilter } from '#shared/board/filter.ts';
import { LaneKey } from '#shared/board/lanes.ts';
import type { View } from '#shared/board/view.ts';
import { Density } from '#shared/preferences/schema.ts';
import { ProjectKind } from '#shared/projects/schema.ts';
import { type Action, useActions } from '../app/actions.ts';
import { useMessages } from '../app/language.tsx';
import { useLanguage } from '../kit/language.ts';
import { useUndoLast } from '../kit/Toast.tsx';
import { useKeepPreferences, usePreferences } from '../preferences/preferences.ts';
import { views } from './views.ts';

type Looking = { address: BoardAddress; onAddress: (address: BoardAddress) => void; role: Role };

/** What can be done on the board, for the palette and the key map. */
export function useBoardActions({ address, onAddress, role }: Looking): void {
  const messages = useMessages();
  const { board, vocabulary } = messages;
  const [, navigate] = useLocation();
  const { filter, lanes, view } = address;
  const { language } = useLanguage();
  const { density, letterKeys } = usePreferences();
  const keep = useKeepPreferences();
  const undoLast = useUndoLast();
  const toView = ({ name, words }: View): Action => ({
    ...{ id: `view-${name}`, label: board.acts.view(words[language].title), run: () => onAddress({ ...address, view: name }) },
    whyNot: name === view ? board.acts.already : null,
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
    ...(letterKeys ? [held('next', ['J', 'K']), held('pick', ['X']), held('undoHere', ['Z'])] : []),
    held('extend', ['Shift', '↑', '↓']),
    { id: 'undo', label: board.acts.keys.undo, keys: ['Ctrl', 'Z'], run: undoLast },
    ...views.map(toView),
    ...Density.options.map(
      (each): Action => ({
        ...{ id: `density-${each}`, label: board.acts.density(board.densities[each]), run: () => keep({ density: each }) },
        whyNot: each === density ? board.acts.already : null,
      }),
    ),
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
