import { memo, type ReactNode } from 'react';
import type { BoardAddress } from '#shared/board/address.ts';
import type { Card } from '#shared/board/card.ts';
import type { BoardFilter } from '#shared/board/filter.ts';
import { LaneKey } from '#shared/board/lanes.ts';
import { tallyOf } from '#shared/board/tally.ts';
import type { Lamp as LampCode } from '#shared/lamps/schema.ts';
import { Density } from '#shared/preferences/schema.ts';
import { Level, ProjectKind } from '#shared/projects/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import { useLanguage } from '../kit/language.ts';
import { Menu } from '../kit/Menu.tsx';
import { usePainted } from '../kit/painted.ts';
import { Segmented } from '../kit/Segmented.tsx';
import { type Option, Pick } from '../kit/Select.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import { useKeepPreferences, usePreferences } from '../preferences/preferences.ts';
import styles from './FilterBar.module.css';
import { views } from './views.ts';

type FilterBarProps = { cards: readonly Card[]; address: BoardAddress; onAddress: (address: BoardAddress) => void; actions?: ReactNode };

const lampOrder = ['red', 'yellow', 'green'] as const satisfies readonly LampCode[];

/** Most moves change none of the counts: then the bar stands as it is. */
function isAlike(was: FilterBarProps, is: FilterBarProps): boolean {
  if (was.address !== is.address || was.onAddress !== is.onAddress || was.actions !== is.actions) return false;
  if (was.cards === is.cards) return true;
  return was.cards.length === is.cards.length && JSON.stringify(tallyOf(was.cards)) === JSON.stringify(tallyOf(is.cards));
}

/** The filters, as they stand in the address: what is sent to a colleague shows the same. The cards move first, what is counted of them follows. */
export function FilterBar({ cards, ...props }: FilterBarProps) {
  return <Filters {...props} cards={usePainted(cards)} />;
}

const Filters = memo(function Filters({ cards, address, onAddress, actions }: FilterBarProps) {
  const { filter } = address;
  const onFilter = (next: BoardFilter) => onAddress({ ...address, filter: next });
  const { board, vocabulary } = useMessages();
  const { language } = useLanguage();
  const { density } = usePreferences();
  const keep = useKeepPreferences();
  const tally = tallyOf(cards);
  const units = tally.units.map(({ id, name }): Option<string> => ({ value: id, label: name }));
  return (
    <search className={styles.bar} aria-label={board.filters}>
      <Segmented
        label={vocabulary.kind.key}
        value={filter.kind ?? 'all'}
        onValue={(kind) => onFilter({ ...filter, kind: kind === 'all' ? null : kind })}
        segments={[
          { value: 'all' as const, label: `${board.all} ${cards.length}` },
          ...ProjectKind.options.map((kind) => ({
            value: kind,
            label: `${vocabulary.kindShort[kind]} ${tally.kind[kind]}`,
          })),
        ]}
      />
      <Pick
        label={board.level}
        value={filter.level}
        onValue={(level) => onFilter({ ...filter, level })}
        options={Level.options.map((level) => ({ value: level, label: vocabulary.level[level] }))}
      />
      <Pick label={board.unit} value={filter.unit} onValue={(unit) => onFilter({ ...filter, unit })} options={units} />
      <Pick
        label={board.leader}
        value={filter.leader}
        onValue={(leader) => onFilter({ ...filter, leader })}
        options={tally.leaders.map((leader) => ({ value: leader, label: leader }))}
      />
      <span className={styles.rule} />
      {lampOrder.map((lamp) => (
        <button
          key={lamp}
          type="button"
          className={styles.lamp}
          aria-pressed={filter.lamp === lamp}
          onClick={() => onFilter({ ...filter, lamp: filter.lamp === lamp ? null : lamp })}
        >
          <Lamp colour={lamp} size={18} silent />
          <Hidden>{`${vocabulary.lamp[lamp]} `}</Hidden>
          <b>{tally.lamp[lamp]}</b>
        </button>
      ))}
      <span className={styles.rule} />
      <Checkbox label={board.late(tally.late)} checked={filter.late} onChecked={(late) => onFilter({ ...filter, late })} />
      <input
        className={styles.search}
        type="search"
        value={filter.text}
        placeholder={board.search}
        aria-label={board.search}
        onChange={(event) => onFilter({ ...filter, text: event.target.value.slice(0, 60) })}
      />
      <span className={styles.grow} />
      <Menu
        label={board.show}
        trigger={<Button icon="rows">{address.lanes ? board.laneKeys[address.lanes] : board.show}</Button>}
        groups={() => [
          {
            title: board.lanes,
            items: [null, ...LaneKey.options].map((lanes) => ({
              key: lanes ?? 'none',
              label: lanes ? board.laneKeys[lanes] : board.acts.noLanes,
              checked: address.lanes === lanes,
              onSelect: () => onAddress({ ...address, lanes }),
            })),
          },
          {
            title: board.density,
            items: Density.options.map((each) => ({
              key: each,
              label: board.densities[each],
              checked: each === density,
              onSelect: () => keep({ density: each }),
            })),
          },
        ]}
      />
      <Segmented
        label={board.view}
        value={address.view}
        onValue={(view) => onAddress({ ...address, view })}
        segments={views.map(({ name, words }) => ({ value: name, label: words[language].title }))}
      />
      {actions}
    </search>
  );
}, isAlike);
