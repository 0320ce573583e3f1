import { formatWan } from '#shared/kit/money.ts';
import { range } from '#shared/lamps/explain.ts';
import { dimensionName } from '#shared/lamps/names.ts';
import { Lamp as LampColour, type RuleSet } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useLanguage } from '../kit/language.ts';
import { Table } from '../kit/Table.tsx';
import { Lamp } from './Lamp.tsx';
import styles from './RulesTab.module.css';
import { useSentences } from './sentences.ts';

/** A rule set as people read it: what is rated, how, which values give which lamp, and what goes for all of it. */
export function RuleSetTable({ ruleSet }: { ruleSet: RuleSet }) {
  const { rules: words, vocabulary } = useMessages();
  const { language } = useLanguage();
  const sentencesOf = useSentences();
  return (
    <>
      <Table label={ruleSet.name[language]}>
        <thead>
          <tr>
            <th scope="col">{words.dimension}</th>
            <th scope="col">{words.metric}</th>
            {LampColour.options.map((lamp) => (
              <th key={lamp} scope="col">
                <span className={styles.lampHead}>
                  <Lamp colour={lamp} size={18} silent />
                  {vocabulary.lamp[lamp]}
                </span>
              </th>
            ))}
            <th scope="col">{words.reading}</th>
          </tr>
        </thead>
        <tbody>
          {ruleSet.dimensions.map((dimension) => (
            <tr key={dimension.id}>
              <th scope="row" className={styles.dimension}>
                {dimensionName(dimension)[language]}
              </th>
              <td className={styles.metric}>{words.metrics[dimension.metric]}</td>
              {LampColour.options.map((lamp) => (
                <td key={lamp}>
                  {dimension.bands
                    .filter((band) => band.lamp === lamp)
                    .map((band) => (
                      <span key={range(dimension.metric, band, language)} className={styles.bands}>
                        {band.grade && <b>{band.grade[language]} </b>}
                        {range(dimension.metric, band, language)}
                      </span>
                    ))}
                </td>
              ))}
              <td className={styles.reading}>
                {[dimension.reading?.[language], ...sentencesOf(ruleSet, dimension).besides].map(
                  (text) =>
                    text && (
                      <span key={text} className={styles.condition}>
                        {text}
                      </span>
                    ),
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Terms ruleSet={ruleSet} />
    </>
  );
}

/** Whom a set speaks of, how its dimensions become one lamp, and by which figures. */
function Terms({ ruleSet: { scope, combine, asOf, verification } }: { ruleSet: RuleSet }) {
  const { kit, rules: words, vocabulary } = useMessages();
  const parts = [
    ...scope.kinds.map((kind) => vocabulary.kind[kind]),
    ...scope.levels.map((level) => vocabulary.level[level]),
    ...scope.tracks.map((track) => vocabulary.track[track]),
    ...scope.stages.map((stage) => vocabulary.stage[stage]),
    ...(scope.leastYearPlan === null ? [] : [words.leastPlan(formatWan(scope.leastYearPlan))]),
  ];
  const sentences = [
    ...(parts.length > 0 ? [words.scope(kit.list(parts))] : []),
    typeof combine === 'string' ? words.combine[combine] : words.combine.counted(combine.redFrom, combine.yellowFrom),
    asOf === 'month-end' ? words.asOfEnd : words.asOfDay(asOf.day),
    words[verification.use](verification.tolerance),
  ];
  return <p className={styles.note}>{sentences.join(' ')}</p>;
}
