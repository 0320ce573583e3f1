import type { CheckedAccount } from '#shared/accounts/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Table } from '../kit/Table.tsx';
import styles from './AccountsTab.module.css';

/** What each row of a list would make, or what is wrong with it. */
export function CheckedList({ rows }: { rows: readonly CheckedAccount[] }) {
  const { accounts: words, kit } = useMessages();
  const { byList } = words;
  const wrong = rows.filter((row) => row.account === null).length;
  if (rows.length === 0) return <EmptyState title={byList.empty} />;
  return (
    <>
      <p role="status">{byList.count(rows.length - wrong, wrong)}</p>
      {wrong > 0 && <p className={styles.quiet}>{byList.mend}</p>}
      <Table label={words.list} sticky>
        <thead>
          <tr>
            <th scope="col">{byList.row}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.username}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{byList.check}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td>{row.row}</td>
              <th scope="row">{row.name}</th>
              <td>{row.username}</td>
              <td>{row.role}</td>
              <td>{row.unit}</td>
              <td className={row.account ? styles.quiet : styles.wrong}>
                {row.account ? byList.fine : kit.clauses(row.faults.map((fault) => byList.faults[fault.reason]))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
