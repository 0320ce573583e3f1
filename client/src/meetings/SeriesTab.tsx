import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingSeries } from '#shared/meetings/series.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Table } from '../kit/Table.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useFailureText } from '../projects/data.ts';
import { useCloseSeries, useMeetingNews, useReopenSeries } from './mutations.ts';
import { SeriesDialog } from './SeriesDialog.tsx';
import styles from './SeriesTab.module.css';

/** 例会: the series of meetings, each with its day, place, host and count. */
export function SeriesTab() {
  const messages = useMessages();
  const { series: words } = messages.meetings;
  const { data, error } = useQuery(useTRPC().series.list.queryOptions());
  useMeetingNews();
  const [edited, setEdited] = useState<MeetingSeries | 'new' | null>(null);
  const [closing, setClosing] = useState<MeetingSeries | null>(null);
  return (
    <Section
      title={words.tab}
      note={words.note}
      actions={
        <Button icon="plus" onClick={() => setEdited('new')}>
          {words.add}
        </Button>
      }
    >
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {!data && !error && <Skeleton label={messages.app.loading} />}
      {data && (
        <Table label={words.which}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.weekday}</th>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.host}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {data.map((series) => (
              <SeriesRow key={series.id} series={series} onEdit={setEdited} onClose={setClosing} />
            ))}
          </tbody>
        </Table>
      )}
      {edited && <SeriesDialog series={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {closing && <CloseDialog series={closing} onClose={() => setClosing(null)} />}
    </Section>
  );
}

type RowProps = { series: MeetingSeries; onEdit: (series: MeetingSeries) => void; onClose: (series: MeetingSeries) => void };

function SeriesRow({ series, onEdit, onClose }: RowProps) {
  const { kit, meetings } = useMessages();
  const words = meetings.series;
  const toast = useToast();
  const reopen = useReopenSeries();
  const { id, version, name, kind, closedOn } = series;
  const again = () => reopen.mutate({ id, version }, { onSuccess: () => toast({ text: words.reopened(name) }) });
  return (
    <tr className={closedOn ? styles.closed : undefined}>
      <th scope="row">
        {name} {series.isDefault && <small className={styles.aside}>{words.own}</small>}
        {closedOn && <small className={styles.aside}>{words.closed(kit.day(closedOn))}</small>}
      </th>
      <td>{words.kinds[kind ?? 'all']}</td>
      <td>{words.meets(kit.weekday(series.weekday), series.time)}</td>
      <td>{series.place || meetings.unknown}</td>
      <td>{series.host ?? meetings.unknown}</td>
      <td>
        <span className={styles.acts}>
          {closedOn ? (
            <Button size="small" busy={reopen.isPending} aria-label={`${words.reopen} ${name}`} onClick={again}>
              {words.reopen}
            </Button>
          ) : (
            <Button size="small" icon="edit" aria-label={words.editOf(name)} onClick={() => onEdit(series)}>
              {words.edit}
            </Button>
          )}
          {!closedOn && !series.isDefault && (
            <Button size="small" look="text" aria-label={`${words.close} ${name}`} onClick={() => onClose(series)}>
              {words.close}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}

function CloseDialog({ series: { id, name, version }, onClose }: { series: MeetingSeries; onClose: () => void }) {
  const { series: words } = useMessages().meetings;
  const toast = useToast();
  const close = useCloseSeries();
  const failure = useFailureText(close.error);

  function confirm(): void {
    close.mutate(
      { id, version },
      {
        onSuccess: () => {
          toast({ text: words.closedNow(name) });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      title={words.closeTitle(name)}
      mark="alert"
      description={words.closeText}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" busy={close.isPending} onClick={confirm}>
            {words.close}
          </Button>
        </>
      }
    >
      {failure && <Notice look="red">{failure}</Notice>}
    </Dialog>
  );
}
