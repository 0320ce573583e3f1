import { useMessages } from '../app/language.tsx';
import { Section } from '../kit/Page.tsx';
import { Table } from '../kit/Table.tsx';
import type { Preview } from './data.ts';
import styles from './ImportPage.module.css';
import { useFieldName } from './words.ts';

/** What was understood of each sheet: whether it is a list, where its header stands, what its columns mean. */
export function Understood({ sheets }: Pick<Preview, 'sheets'>) {
  const { imports, kit } = useMessages();
  const fieldName = useFieldName();
  return (
    <Section title={imports.understood}>
      <Table label={imports.understood}>
        <thead>
          <tr>
            <th scope="col">{imports.sheet}</th>
            <th scope="col">{imports.columns}</th>
            <th scope="col">{imports.unused}</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => {
            const named = sheet.columns.filter((column) => column.header !== '');
            return (
              <tr key={sheet.name}>
                <th scope="row" className={styles.sheet}>
                  {sheet.name}
                  <small className={styles.quiet}>
                    {sheet.role === 'list'
                      ? `${imports.rows(sheet.rows)} · ${imports.header(kit.list(sheet.headerRows.map(String)))}`
                      : imports.role[sheet.role]}
                  </small>
                </th>
                <td>
                  <ul className={styles.columns}>
                    {named
                      .filter((column) => column.field !== null)
                      .map((column) => (
                        <li key={column.letter}>
                          <b>{column.letter}</b> {column.header} → {column.field && fieldName(column.field)}
                          {column.unit && <span className={styles.quiet}> {column.unit}</span>}
                        </li>
                      ))}
                  </ul>
                </td>
                <td className={styles.quiet}>
                  {kit.phrases(named.filter((column) => column.field === null).map((column) => `${column.letter} ${column.header}`))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Section>
  );
}
