import { FlagColour } from '#shared/flags/schema.ts';
import type { Criterion, Group, Inspection } from '#shared/inspections/schema.ts';
import { type Month, monthNumber } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Lamp as LampColour } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { FlagMark } from '../flags/FlagMark.tsx';
import { IconButton } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { classes } from '../kit/classes.ts';
import { Menu } from '../kit/Menu.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import styles from './Results.module.css';
import { type Part, ScoreBar, ScoreLegend } from './ScoreBar.tsx';

export type ResultEntry = {
  entryId: Id<'entry'>;
  projectId: Id<'project'>;
  projectName: string;
  unitName: string;
  rank: number | null;
  isSameScore: boolean;
  isShared: boolean;
  settledBy: Criterion['id'] | null;
  score: string | null;
  parts: readonly Part[];
  sheets: number;
  dropped: number;
  lamp: LampColour | null;
  lastFlag: FlagColour | null;
};

export type ResultGroup = { groupId: Group['id']; entries: readonly ResultEntry[] };

const colours = FlagColour.options;

export type ShownFlag = { colour: FlagColour; quartersInRow: number };

type ResultsProps = {
  inspection: Pick<Inspection, 'criteria' | 'groups'>;
  groups: readonly ResultGroup[];
  lampMonth: Month | null;
  /** This quarter's flag of a project, where it has one. */
  flagOf: (projectId: Id<'project'>) => ShownFlag | null;
  /** Proposes a flag for an entry that has none; null for those who only read. */
  onPropose: ((entry: ResultEntry, colour: FlagColour) => void) | null;
};

/** The ranking, each group under its own line. */
export function Results({ inspection, groups, lampMonth, flagOf, onPropose }: ResultsProps) {
  const { inspections } = useMessages();
  const text = inspections.results;
  return (
    // The box scrolls, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.box} aria-label={inspections.view.results} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text.rank}</th>
            <th scope="col">{text.project}</th>
            <th scope="col" className={styles.unit}>
              {text.unit}
            </th>
            <th scope="col" className={styles.bars}>
              <ScoreLegend criteria={inspection.criteria} />
            </th>
            <th scope="col" className={styles.scoreHead}>
              {text.score}
            </th>
            <th scope="col">{lampMonth ? text.lampOf(monthNumber(lampMonth)) : text.lamp}</th>
            <th scope="col">{text.lastFlag}</th>
            <th scope="col">{text.flag}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <GroupRows key={group.groupId} group={group} inspection={inspection} flagOf={flagOf} onPropose={onPropose} />
        ))}
      </table>
    </section>
  );
}

function GroupRows({
  group,
  inspection,
  flagOf,
  onPropose,
}: { group: ResultGroup } & Pick<ResultsProps, 'inspection' | 'flagOf' | 'onPropose'>) {
  const { inspections } = useMessages();
  const text = inspections.results;
  const most = group.entries.reduce((found, entry) => (entry.sheets > found.sheets ? entry : found), { sheets: 0, dropped: 0 });
  return (
    <tbody>
      <tr className={styles.group}>
        <td colSpan={8}>
          <div className={styles.groupHead}>
            <h2>{inspection.groups.find((one) => one.id === group.groupId)?.name}</h2>
            <span className={styles.note}>
              {text.group(group.entries.length)}
              {most.sheets > 0 && ` · ${most.dropped ? text.trimmed(most.sheets) : text.mean(most.sheets)}`}
            </span>
          </div>
        </td>
      </tr>
      {group.entries.length === 0 && (
        <tr className={styles.row}>
          <td colSpan={8} className={styles.muted}>
            {text.emptyGroup}
          </td>
        </tr>
      )}
      {group.entries.map((entry) => (
        <EntryRow key={entry.entryId} entry={entry} criteria={inspection.criteria} flag={flagOf(entry.projectId)} onPropose={onPropose} />
      ))}
    </tbody>
  );
}

type EntryRowProps = { entry: ResultEntry; criteria: readonly Criterion[]; flag: ShownFlag | null } & Pick<ResultsProps, 'onPropose'>;

function EntryRow({ entry, criteria, flag, onPropose }: EntryRowProps) {
  const { inspections, vocabulary, flags } = useMessages();
  const text = inspections.results;
  return (
    <tr className={classes(styles.row, entry.isSameScore && styles.same)}>
      <td className={styles.rank}>{entry.rank ?? text.none}</td>
      <td className={styles.name}>{entry.projectName}</td>
      <td className={styles.unit}>{entry.unitName}</td>
      <td className={styles.bars}>
        {entry.score ? <ScoreBar parts={entry.parts} criteria={criteria} /> : <span className={styles.muted}>{text.unrated}</span>}
      </td>
      <td className={styles.score}>{entry.score ?? text.none}</td>
      <td>{entry.lamp ? <Lamp colour={entry.lamp} size={20} /> : <span className={styles.muted}>{text.none}</span>}</td>
      <td>{entry.lastFlag ? <FlagMark colour={entry.lastFlag} /> : <span className={styles.muted}>{text.none}</span>}</td>
      <td>
        <span className={styles.flag}>
          {flag && (
            <>
              <FlagMark colour={flag.colour} silent />
              {vocabulary.flag[flag.colour]}
              {flag.quartersInRow > 1 && <Chip look={flag.colour === 'black' ? 'red' : 'plain'}>{flags.inRow(flag.quartersInRow)}</Chip>}
            </>
          )}
          {entry.isSameScore && <Chip look="yellow">{entry.isShared ? text.shared : text.same}</Chip>}
          {!flag && onPropose && (
            <Menu
              label={flags.proposeFor(entry.projectName)}
              trigger={<IconButton icon="flag" size="small" label={flags.proposeFor(entry.projectName)} />}
              groups={[
                {
                  items: colours.map((colour) => ({ key: colour, label: flags.propose[colour], onSelect: () => onPropose(entry, colour) })),
                },
              ]}
            />
          )}
        </span>
      </td>
    </tr>
  );
}
