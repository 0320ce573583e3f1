import { Lamp as LampColour, type RuleSet } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useLanguage } from '../kit/language.ts';
import { Table } from '../kit/Table.tsx';
import { Lamp } from './Lamp.tsx';
import styles from './RulesTab.module.css';
import { bandWords, inLanguage } from './rule-words.ts';

/** A rule set as people read it: what is rated, how, and which values give which lamp. */
export function RuleSetTable({ ruleSet }: { ruleSet: RuleSet }) {
  const { lamps: words, vocabulary } = useMessages();
  const { language } = useLanguage();
  return (
    <>
      <Table label={inLanguage(ruleSet.name, language)}>
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
              <th scope="row">{words.dimensions[dimension.id]}</th>
              <td className={styles.metric}>{words.metrics[dimension.metric]}</td>
              {LampColour.options.map((lamp) => (
                <td key={lamp}>
                  {bandWords(dimension, lamp, words).map((band) => (
                    <span key={band} className={styles.bands}>
                      {band}
                    </span>
                  ))}
                </td>
              ))}
              <td className={styles.reading}>{dimension.reading && inLanguage(dimension.reading, language)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className={styles.note}>{words.worst}</p>
    </>
  );
}
