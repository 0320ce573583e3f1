import { useState } from 'react';
import { explainFinding } from '#shared/imports/explain.ts';
import type { ImportFinding, Severity } from '#shared/imports/findings.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import { useLanguage } from '../kit/language.ts';
import { Section } from '../kit/Page.tsx';
import { Table } from '../kit/Table.tsx';
import styles from './ImportPage.module.css';

const looks: Record<Severity, ChipLook> = { error: 'red', warn: 'yellow', info: 'plain' };
const order: readonly Severity[] = ['error', 'warn', 'info'];
const SHOWN = 50;

/** Everything that reading found, the worst first, each with its place and a plain sentence. */
export function Findings({ findings }: { findings: readonly ImportFinding[] }) {
  const { imports, kit } = useMessages();
  const { language } = useLanguage();
  const [shown, setShown] = useState(SHOWN);
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return (
    <Section
      title={imports.findings}
      note={kit.phrases(
        order.map((severity) => `${imports.severity[severity]} ${findings.filter((finding) => finding.severity === severity).length}`),
      )}
    >
      {sorted.length === 0 ? (
        <p className={styles.quiet}>{imports.noFindings}</p>
      ) : (
        <Table label={imports.findings}>
          <thead>
            <tr>
              <th scope="col">{imports.place}</th>
              <th scope="col">{imports.what}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((finding) => (
              <tr key={`${finding.sheet}|${finding.row}|${finding.column}|${finding.code}`}>
                <td className={styles.place}>
                  {finding.sheet} {finding.column ?? ''}
                  {finding.row ?? ''}
                </td>
                <td>
                  <Chip look={looks[finding.severity]}>{imports.severity[finding.severity]}</Chip> {explainFinding(finding, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {sorted.length > shown && <Button onClick={() => setShown(shown + 500)}>{imports.more(sorted.length - shown)}</Button>}
    </Section>
  );
}
