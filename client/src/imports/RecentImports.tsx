import { Link } from 'wouter';
import { dayOf, type Instant, timeOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Section } from '../kit/Page.tsx';
import { Table } from '../kit/Table.tsx';
import { type RecentImport, useRecentImports } from './data.ts';
import styles from './ImportPage.module.css';
import { useKindName } from './words.ts';

const when = (at: Instant) => `${dayOf(at)} ${timeOf(at)}`;

/** The latest imports: each can be opened again, and undone from there. */
export function RecentImports() {
  const { imports } = useMessages();
  const kindName = useKindName();
  const { data } = useRecentImports();
  if (!data || data.length === 0) return null;
  return (
    <Section title={imports.recent} note={imports.recentNote}>
      <Table label={imports.recent}>
        <thead>
          <tr>
            <th scope="col">{imports.file}</th>
            <th scope="col">{imports.kindHead}</th>
            <th scope="col">{imports.readAt}</th>
            <th scope="col">{imports.by}</th>
            <th scope="col">{imports.state}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((batch) => (
            <tr key={batch.id}>
              <th scope="row" className={styles.name}>
                <Link href={`/import?batch=${batch.id}`}>{batch.fileName}</Link>
              </th>
              <td>{kindName(batch.kind)}</td>
              <td>{when(batch.createdAt)}</td>
              <td>{batch.by ?? imports.bySystem}</td>
              <td>
                <State batch={batch} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function State({ batch: { appliedAt, undoneAt } }: { batch: RecentImport }) {
  const { imports } = useMessages();
  if (appliedAt) return <Chip look="green">{imports.stateApplied(when(appliedAt))}</Chip>;
  if (undoneAt) return <Chip look="dashed">{imports.stateUndone(when(undoneAt))}</Chip>;
  return <Chip>{imports.stateRead}</Chip>;
}
