import { dayOf, timeOf } from '#shared/kit/calendar.ts';
import { whyNotAdopt } from '#shared/lamps/rules.ts';
import type { RuleSet } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { useLanguage } from '../kit/language.ts';
import { Section } from '../kit/Page.tsx';
import { Table } from '../kit/Table.tsx';
import type { Adoption } from './data.ts';
import styles from './RulesTab.module.css';

type RuleHistoryProps = { history: readonly Adoption[]; inForce: readonly RuleSet[]; onAdopt: (ruleSet: RuleSet) => void };

/** Every set that was adopted, by whom and when; an earlier one may be adopted again. */
export function RuleHistory({ history, inForce, onAdopt }: RuleHistoryProps) {
  const { lamps: words, rules } = useMessages();
  const { language } = useLanguage();
  const { historyHead: head } = words;
  const isInForce = ({ ruleSet }: Adoption) => inForce.some((one) => whyNotAdopt(ruleSet, one) !== null);
  const stateOf = (adoption: Adoption, index: number) => {
    if (adoption.retiredAt) return words.retiredAt(dayOf(adoption.retiredAt));
    const isLatest = history.findIndex((one) => one.ruleSet.rates === adoption.ruleSet.rates) === index;
    return isLatest ? words.inForce : words.replaced;
  };
  return (
    <Section title={words.history} note={words.historyNote}>
      {history.length === 0 ? (
        <p className={styles.note}>{words.noHistory}</p>
      ) : (
        <Table label={words.history}>
          <thead>
            <tr>
              <th scope="col">{head.at}</th>
              <th scope="col">{head.by}</th>
              <th scope="col">{head.name}</th>
              <th scope="col">{head.rates}</th>
              <th scope="col">{head.state}</th>
              <th scope="col">{head.acts}</th>
            </tr>
          </thead>
          <tbody>
            {history.map((adoption, index) => {
              const { id, adoptedAt, byName, ruleSet } = adoption;
              return (
                <tr key={id}>
                  <td>
                    {dayOf(adoptedAt)} {timeOf(adoptedAt)}
                  </td>
                  <td>{byName}</td>
                  <td>{ruleSet.name[language]}</td>
                  <td>{rules.rates[ruleSet.rates]}</td>
                  <td>{stateOf(adoption, index)}</td>
                  <td>
                    {!isInForce(adoption) && (
                      <Button size="small" aria-label={words.adoptOf(ruleSet.name[language])} onClick={() => onAdopt(ruleSet)}>
                        {words.tryIt}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
