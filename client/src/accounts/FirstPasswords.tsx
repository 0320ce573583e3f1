import { useQuery } from '@tanstack/react-query';
import type { FirstPassword } from '#shared/accounts/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { csvOf, saveFile } from '../kit/download.ts';
import { Table } from '../kit/Table.tsx';
import styles from './AccountsTab.module.css';

/** The first passwords of accounts just made: they are nowhere to be read again. */
export function FirstPasswords({ made, onClose }: { made: readonly FirstPassword[]; onClose: () => void }) {
  const { accounts: words } = useMessages();
  const { byList } = words;
  const units = useQuery(useTRPC().units.list.queryOptions()).data ?? [];
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  const heads = [words.unit, words.name, words.username, words.firstPassword];
  const rows = made.map((each) => [unitNames.get(each.unitId) ?? '', each.name, each.username, each.password]);
  return (
    <Dialog
      title={byList.done(made.length)}
      description={byList.once}
      size="large"
      keepOnOutsidePress
      onClose={onClose}
      footer={
        <>
          <Button icon="download" onClick={() => saveFile(byList.downloadName, csvOf([heads, ...rows]), 'text/csv')}>
            {byList.download}
          </Button>
          <Button look="primary" onClick={onClose}>
            {byList.close}
          </Button>
        </>
      }
    >
      <Table label={byList.done(made.length)} sticky>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([unit, name, username, password]) => (
            <tr key={username}>
              <td>{unit}</td>
              <th scope="row">{name}</th>
              <td>{username}</td>
              <td className={styles.secret}>{password}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Dialog>
  );
}
