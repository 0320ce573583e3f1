import { useQuery } from '@tanstack/react-query';
import { dayOf, timeOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Table } from '../kit/Table.tsx';
import type { HistoryRow } from './data.ts';
import { differencesOf, isUndoing } from './differences.ts';
import styles from './ProjectPage.module.css';
import { useFieldText } from './words.ts';

/** Who did what to a project, the newest first, from the log that nobody can change. */
export function History({ projectId }: { projectId: Id<'project'> }) {
  const messages = useMessages();
  const { projects } = messages;
  const { history } = projects.record;
  const { data, error } = useQuery(useTRPC().projects.history.queryOptions({ id: projectId }));
  return (
    <Section title={projects.tabs.history}>
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {!data && !error && <Skeleton label={projects.loading} />}
      {data?.length === 0 && <EmptyState title={history.none} />}
      {data && data.length > 0 && (
        <Table label={projects.tabs.history}>
          <thead>
            <tr>
              <th scope="col">{history.when}</th>
              <th scope="col">{history.who}</th>
              <th scope="col">{history.what}</th>
              <th scope="col">{history.change}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((row) => (
              <Row key={row.seq} row={row} />
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}

function Row({ row }: { row: HistoryRow }) {
  const { kit, projects } = useMessages();
  const entity = row.action.slice(0, row.action.indexOf('.'));
  const fieldText = useFieldText(entity);
  const { actions, another, more, others, undone } = projects.record;
  const acts: Record<string, string> = actions;
  const names: Record<string, string> = { ...more, ...projects.fields, ...(entity === 'project' ? {} : others) };
  return (
    <tr>
      <td className={styles.when}>
        {dayOf(row.at)} {timeOf(row.at)}
      </td>
      <td className={styles.when}>{row.actorName}</td>
      <td className={styles.when}>
        {acts[row.action] ?? another}
        {isUndoing(row.after) && ` · ${undone}`}
      </td>
      <td>
        <ul className={styles.changes}>
          {differencesOf(row.before, row.after, new Set(Object.keys(names))).map(({ field, from, to }) => (
            <li key={field}>
              {kit.lead(names[field] ?? '')}
              {from !== null && (
                <>
                  <del>{fieldText(field, from)}</del> →{' '}
                </>
              )}
              {fieldText(field, to)}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
