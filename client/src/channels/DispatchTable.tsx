import type { Dispatch } from '#shared/channels/schema.ts';
import { dayOf, timeOf } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Section } from '../kit/Page.tsx';
import { Table } from '../kit/Table.tsx';
import { useToast } from '../kit/Toast.tsx';
import styles from './channels.module.css';
import { useRetryDispatch } from './mutations.ts';

const looks = { waiting: 'yellow', sent: 'green', failed: 'red' } as const;

/** What was sent lately, and what did not go through and why. */
export function DispatchTable({ dispatches }: { dispatches: readonly Dispatch[] }) {
  const { channels } = useMessages();
  const { columns } = channels;
  return (
    <Section title={channels.sentLately}>
      {dispatches.length === 0 ? (
        <EmptyState title={channels.noneSent} />
      ) : (
        <Table label={channels.sentLately}>
          <thead>
            <tr>
              <th scope="col">{columns.at}</th>
              <th scope="col">{columns.channel}</th>
              <th scope="col">{columns.subject}</th>
              <th scope="col">{columns.to}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.act}</th>
            </tr>
          </thead>
          <tbody>
            {dispatches.map((dispatch) => (
              <Row key={dispatch.id} dispatch={dispatch} />
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}

function Row({ dispatch }: { dispatch: Dispatch }) {
  const messages = useMessages();
  const { channels, kit } = messages;
  const toast = useToast();
  const retry = useRetryDispatch();
  const { state, attempts, error } = dispatch;
  return (
    <tr>
      <td className={styles.at}>{`${kit.day(dayOf(dispatch.madeAt))} ${timeOf(dispatch.madeAt)}`}</td>
      <td className={styles.at}>{channels.kinds[dispatch.kind]}</td>
      <td className={styles.words}>{dispatch.subject}</td>
      <td className={styles.words}>{dispatch.recipients ?? channels.group}</td>
      <td className={styles.words}>
        <Chip look={looks[state]}>{channels.states[state]}</Chip>
        {error !== null && (
          <small className={styles.error}>
            {kit.apart([channels.attempts(attempts), error, state === 'waiting' && channels.next(timeOf(dispatch.nextAt))])}
          </small>
        )}
      </td>
      <td>
        {state === 'failed' && (
          <Button
            size="small"
            aria-label={channels.retryOf(dispatch.subject)}
            busy={retry.isPending}
            onClick={() =>
              retry.mutate(
                { id: dispatch.id, version: dispatch.version },
                {
                  onSuccess: () => toast({ text: channels.retried }),
                  onError: (failure) => toast({ tone: 'failure', text: errorSentence(failure, messages) }),
                },
              )
            }
          >
            {channels.retry}
          </Button>
        )}
      </td>
    </tr>
  );
}
