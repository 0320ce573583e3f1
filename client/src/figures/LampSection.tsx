import type { UnitLamps } from '#shared/figures/lamps.ts';
import { idOf } from '#shared/kit/ids.ts';
import type { Lamp as LampCode } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Section } from '../kit/Page.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import { LampMark } from '../lamps/Lamp.tsx';
import styles from './Charts.module.css';
import { partsOf } from './charts.ts';
import { FigureLink } from './FigureLink.tsx';

const order = ['red', 'yellow', 'green'] as const satisfies readonly LampCode[];
const columns = [...order, 'unrated'] as const;
const WIDTH = 320;
const HEIGHT = 16;

const countOf = (unit: UnitLamps, column: (typeof columns)[number]) => (column === 'unrated' ? unit.unrated : unit.lamps[column]);

/** Every unit's lamps: the numbers, and beside them a bar of the same row. */
export function LampSection({ units }: { units: readonly UnitLamps[] }) {
  const { figures, vocabulary } = useMessages();
  const longest = Math.max(0, ...units.map((unit) => unit.total));
  const all = (colour: LampCode) => units.reduce((sum, unit) => sum + unit.lamps[colour], 0);
  return (
    <Section title={figures.lamps}>
      <p className={styles.spoken}>{figures.lampsSpoken(units.length, all('red'), all('yellow'), all('green'))}</p>
      <Stripes />
      <Table label={figures.lamps}>
        <thead>
          <tr>
            <th scope="col">{figures.unit}</th>
            {order.map((colour) => (
              <NumberHead key={colour}>
                <LampMark colour={colour} size={12} /> {vocabulary.lampGlyph[colour]}
              </NumberHead>
            ))}
            <NumberHead>{figures.lists.unrated}</NumberHead>
            <NumberHead>{figures.sum}</NumberHead>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unitId}>
              <th scope="row">{unit.unitName}</th>
              {columns.map((column) => (
                <NumberCell key={column}>
                  <UnitFigure unit={unit} set={column} count={countOf(unit, column)} />
                </NumberCell>
              ))}
              <NumberCell>
                <UnitFigure unit={unit} set="listed" count={unit.total} />
              </NumberCell>
              <td className={styles.barCell}>
                <LampBar unit={unit} longest={longest} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function UnitFigure({ unit, set, count }: { unit: UnitLamps; set: 'red' | 'yellow' | 'green' | 'unrated' | 'listed'; count: number }) {
  const { figures } = useMessages();
  if (count === 0) return null;
  const own = idOf('unit').parse(unit.unitId);
  return <FigureLink text={String(count)} what={`${unit.unitName} ${figures.lists[set]}`} count={count} behind={{ set, own }} />;
}

/** The stripes of a yellow bar, once for all of them. */
function Stripes() {
  return (
    <svg className={styles.patterns} width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="lamp-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={styles.stripeGround} width="6" height="6" />
          <rect className={styles.stripe} width="2" height="6" />
        </pattern>
      </defs>
    </svg>
  );
}

/** Filled, striped, hollow, dotted: the four differ without colour too. */
function LampBar({ unit, longest }: { unit: UnitLamps; longest: number }) {
  const { figures, kit } = useMessages();
  const parts = partsOf(
    columns.map((column) => countOf(unit, column)),
    longest,
    WIDTH,
  );
  const spoken = figures.lampsSpoken(1, unit.lamps.red, unit.lamps.yellow, unit.lamps.green);
  return (
    <svg
      className={styles.bar}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={kit.labelled(unit.unitName, spoken)}
    >
      {columns.map((column, index) => {
        const part = parts[index];
        if (!part || part.length === 0) return null;
        return (
          <rect
            key={column}
            className={styles[column]}
            x={part.from + 0.5}
            y="1"
            width={Math.max(1, part.length - 1)}
            height={HEIGHT - 2}
          />
        );
      })}
    </svg>
  );
}
