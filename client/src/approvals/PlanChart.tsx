import { useId } from 'react';
import { ApprovalGroup } from '#shared/approvals/schema.ts';
import { useMessages } from '../app/language.tsx';
import { ChartFrame } from '../figures/ChartFrame.tsx';
import { classes } from '../kit/classes.ts';
import { box, type ChartRow, chartOf } from './chart.ts';
import type { PlanView } from './data.ts';
import styles from './PlanChart.module.css';
import { rowWords } from './words.ts';

/** The steps of a project by their four parts, each a bar of its limit, with what each needs before it; the table below says the same. */
export function PlanChart({ view, wide = false }: { view: PlanView; wide?: boolean }) {
  const { approvals, vocabulary, kit } = useMessages();
  const { today, plan } = view;
  const chart = chartOf(view);
  const id = useId();
  const holder = view.steps.find((step) => step.id === plan.holder);
  const bottom = chart.height - box.foot;
  const summary = kit.phrases([
    approvals.chart.summary(view.steps.length),
    ...(holder && plan.readyOn ? [approvals.holds(holder.name), approvals.readyOn(kit.day(plan.readyOn))] : []),
  ]);
  return (
    <ChartFrame label={approvals.chart.title}>
      <svg
        className={classes(styles.chart, wide && styles.wide)}
        viewBox={`0 0 ${box.width} ${chart.height}`}
        role="img"
        aria-label={summary}
      >
        <defs>
          <pattern id={`${id}over`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" className={styles.overGround} />
            <rect width="2" height="5" className={styles.overStripe} />
          </pattern>
        </defs>
        {chart.shades.map((shade) => (
          <g key={`${shade.name}${shade.x}`}>
            <rect className={styles.shade} x={shade.x} y={box.head} width={shade.width} height={bottom - box.head} />
            {shade.isNamed && (
              <text className={styles.shadeName} x={shade.x + shade.width / 2} y={bottom + 13}>
                {shade.name}
              </text>
            )}
          </g>
        ))}
        {chart.months.map(({ month, x, textAt }) => (
          <g key={month}>
            <line className={styles.grid} x1={x} x2={x} y1={box.head} y2={bottom} />
            <text x={textAt} y={17}>
              {approvals.chart.month(Number(month.slice(5)))}
            </text>
          </g>
        ))}
        {chart.groups.map(({ group, y, done, needed }) => (
          <g key={group}>
            <rect className={styles.group} x={0} y={y} width={box.width} height={box.group} />
            <text className={styles.groupName} x={8} y={y + 16}>
              {approvals.chart.part(ApprovalGroup.options.indexOf(group), vocabulary.approvalGroup[group])}
            </text>
            <text className={styles.end} x={box.left - 8} y={y + 16}>
              {approvals.chart.doneOf(done, needed)}
            </text>
          </g>
        ))}
        {chart.links.map((link) => (
          <path key={link.key} className={classes(styles.link, link.isCritical && styles.critical)} d={link.path} />
        ))}
        {chart.rows.map((row) => (
          <Row key={row.step.id} row={row} isHolder={row.step.id === plan.holder} hatch={`url(#${id}over)`} view={view} />
        ))}
        {chart.plannedStartAt !== null && (
          <g>
            <line className={styles.plannedStart} x1={chart.plannedStartAt} x2={chart.plannedStartAt} y1={box.head} y2={bottom} />
            <text className={styles.plannedStartName} x={chart.plannedStartAt + 4} y={bottom + 13}>
              {approvals.chart.plannedStart}
            </text>
          </g>
        )}
        <line className={styles.today} x1={chart.todayAt} x2={chart.todayAt} y1={box.head - 4} y2={bottom} />
        <rect className={styles.todayGround} x={chart.todayAt - 33} y={2} width={66} height={20} />
        <text className={styles.todayName} x={chart.todayAt} y={16}>
          {approvals.chart.today(today.slice(5))}
        </text>
      </svg>
    </ChartFrame>
  );
}

type RowProps = { row: ChartRow; isHolder: boolean; hatch: string; view: PlanView };

/** So many characters of a name fit beside the agency's. */
const NAME_ROOM = 12;

function Row({ row, isHolder, hatch, view }: RowProps) {
  const { approvals } = useMessages();
  const { step, y, bars, assumed } = row;
  const middle = y + box.row / 2;
  const { clock } = step;
  const isLate = clock.overdueWorkdays > 0;
  const isQuiet = clock.phase === 'waiting' || clock.phase === 'exempt';
  const name = step.name.length > NAME_ROOM ? `${step.name.slice(0, NAME_ROOM - 1)}…` : step.name;
  return (
    <g>
      <title>{step.name}</title>
      <line className={styles.grid} x1={0} x2={box.width} y1={y + box.row} y2={y + box.row} />
      <text className={classes(styles.name, (isHolder || isLate) && styles.late, isQuiet && styles.quiet)} x={8} y={middle + 4}>
        {name}
      </text>
      <text className={classes(styles.end, isQuiet && styles.quiet)} x={box.left - 8} y={middle + 4}>
        {step.agencyName}
      </text>
      {bars.map((bar) => (
        <rect
          key={`${bar.look}${bar.x}`}
          className={styles[bar.look]}
          {...(bar.look === 'over' ? { fill: hatch } : {})}
          x={bar.x}
          y={middle - box.bar / 2}
          width={bar.width}
          height={box.bar}
        />
      ))}
      {assumed && <rect className={styles.assumed} x={assumed.x} y={middle + box.bar / 2 + 2} width={assumed.width} height={3} />}
      <text
        className={classes(styles.words, isLate && styles.late, isQuiet && styles.quiet)}
        x={row.textAt}
        y={middle + 4}
        textAnchor={row.anchor}
      >
        {rowWords(step, row.planned, view.today, approvals)}
      </text>
    </g>
  );
}
