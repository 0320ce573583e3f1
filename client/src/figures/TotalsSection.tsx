import type { FigureSummary, SumFigure } from '#shared/figures/summary.ts';
import { formatWan } from '#shared/kit/money.ts';
import { Level, ProjectKind } from '#shared/projects/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Section } from '../kit/Page.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './Charts.module.css';
import { partsOf } from './charts.ts';
import { FigureLink } from './FigureLink.tsx';

const WIDTH = 520;
type Group = FigureSummary['groups'][number];

/** The groups by level, the highest first, and by kind. */
function inOrder(groups: readonly Group[]): Group[] {
  return Level.options.flatMap((level) =>
    ProjectKind.options.flatMap((kind) => groups.filter((group) => group.level === level && group.kind === kind)),
  );
}

/** How many and how much, by level and kind. */
export function TotalsSection({ summary }: { summary: Pick<FigureSummary, 'groups' | 'total'> }) {
  const { figures, vocabulary } = useMessages();
  return (
    <Section title={figures.totals} note={figures.wan}>
      <Table label={figures.totals}>
        <thead>
          <tr>
            <th scope="col">{figures.level}</th>
            <th scope="col">{figures.kind}</th>
            <NumberHead>{figures.count}</NumberHead>
            <NumberHead>{figures.totalInvestment}</NumberHead>
            <NumberHead>{figures.yearPlanMoney}</NumberHead>
            <NumberHead>{figures.doneThisYear}</NumberHead>
          </tr>
        </thead>
        <tbody>
          {inOrder(summary.groups).map((group) => (
            <tr key={`${group.level} ${group.kind}`}>
              <th scope="row">{vocabulary.level[group.level]}</th>
              <td>{vocabulary.kind[group.kind]}</td>
              <SumCells
                sum={group}
                what={figures.groupName(vocabulary.level[group.level], vocabulary.kind[group.kind])}
                narrower={{ level: group.level, kind: group.kind }}
              />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {figures.sum}
            </th>
            <SumCells sum={summary.total} what={figures.sum} narrower={{}} />
          </tr>
        </tfoot>
      </Table>
    </Section>
  );
}

function SumCells({ sum, what, narrower }: { sum: SumFigure; what: string; narrower: Partial<Pick<Group, 'level' | 'kind'>> }) {
  const { figures } = useMessages();
  const behind = { set: 'listed' } as const;
  const amounts = [
    [figures.totalInvestment, sum.totalInvestment],
    [figures.yearPlanMoney, sum.yearPlan],
    [figures.doneThisYear, sum.doneThisYear],
  ] as const;
  return (
    <>
      <NumberCell>
        <FigureLink text={String(sum.count)} what={`${what} ${figures.count}`} count={sum.count} behind={behind} narrower={narrower} />
      </NumberCell>
      {amounts.map(([label, amount]) => (
        <NumberCell key={label}>
          <FigureLink text={formatWan(amount)} what={`${what} ${label}`} count={sum.count} behind={behind} narrower={narrower} />
        </NumberCell>
      ))}
    </>
  );
}

/** Total investment as a frame, the year's plan filled into it. */
export function InvestmentSection({ groups }: { groups: readonly Group[] }) {
  const { figures, kit, vocabulary } = useMessages();
  const shown = inOrder(groups);
  const longest = Math.max(0, ...shown.map((group) => group.totalInvestment));
  const named = (group: Group) => figures.groupName(vocabulary.level[group.level], vocabulary.kind[group.kind]);
  const facts = shown.map((group) => figures.groupFacts(named(group), formatWan(group.totalInvestment, 0), formatWan(group.yearPlan, 0)));
  const ROW = 30;
  return (
    <Section title={figures.byLevel} note={figures.wan}>
      <p className={styles.legend} aria-hidden="true">
        <span>
          <i className={styles.plannedKey} />
          {figures.totalInvestment}
        </span>
        <span>
          <i className={styles.actualKey} />
          {figures.yearPlanMoney}
        </span>
      </p>
      <ChartFrame label={figures.byLevel}>
        <svg
          className={styles.chart}
          viewBox={`0 0 720 ${Math.max(1, shown.length) * ROW + 4}`}
          role="img"
          aria-label={figures.byLevelSpoken(kit.clauses(facts))}
        >
          {shown.map((group, index) => {
            const [whole] = partsOf([group.totalInvestment], longest, WIDTH - 100);
            const [plan] = partsOf([group.yearPlan], longest, WIDTH - 100);
            const y = index * ROW + 6;
            return (
              <g key={named(group)}>
                <text className={styles.rowName} x="112" y={y + 14}>
                  {named(group)}
                </text>
                <rect className={styles.plannedBar} x="120" y={y} width={Math.max(1, whole?.length ?? 0)} height="20" />
                <rect className={styles.actualBar} x="120" y={y + 5} width={plan?.length ?? 0} height="10" />
                <text className={styles.rowAmount} x={128 + (whole?.length ?? 0)} y={y + 14}>
                  {formatWan(group.totalInvestment, 0)} / {formatWan(group.yearPlan, 0)}
                </text>
              </g>
            );
          })}
        </svg>
      </ChartFrame>
    </Section>
  );
}
