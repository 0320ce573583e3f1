import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { type SubmitEvent, useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { dayOf, type Instant, timeOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { useCopy } from '../kit/copy.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Page, PageHeader, Section } from '../kit/Page.tsx';
import { Pick, Select } from '../kit/Select.tsx';
import { Table } from '../kit/Table.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useSeriesChoices } from '../meetings/series.ts';
import styles from './DisplaysPage.module.css';
import { useCreateDisplay, useRevokeDisplay, useSetDisplaySeries } from './mutations.ts';

type SeriesId = Id<'meetingSeries'>;

const when = (at: Instant) => `${dayOf(at)} ${timeOf(at)}`;

/** The device links of the meeting screens: made once, seen, revoked. */
export function DisplaysPage() {
  const { displays } = useMessages();
  const [link, setLink] = useState<string | null>(null);
  return (
    <Page>
      <PageHeader title={displays.title} note={displays.note} />
      <CreateLink onLink={setLink} />
      {link && <ShownLink link={link} />}
      <Links />
    </Page>
  );
}

function CreateLink({ onLink }: { onLink: (link: string) => void }) {
  const messages = useMessages();
  const { displays } = messages;
  const create = useCreateDisplay();
  const choices = useSeriesChoices();
  const [name, setName] = useState('');
  const [seriesId, setSeriesId] = useState<SeriesId | null>(null);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (name.trim() === '') return;
    create.mutate(
      { name: name.trim(), seriesId },
      {
        onSuccess: ({ token }) => {
          setName('');
          // Behind the hash, because what stands there is never sent to a server or written into a proxy's log.
          onLink(`${window.location.origin}/screen#${token}`);
        },
      },
    );
  }

  return (
    <form className={styles.create} onSubmit={submit} aria-label={displays.create}>
      <TextField label={displays.name} hint={displays.nameHint} required value={name} onText={setName} maxLength={40} />
      {choices.length > 0 && (
        <Select
          label={displays.shows}
          placeholder={displays.follows}
          options={choices.map((series) => ({ value: series.id, label: series.name }))}
          value={seriesId}
          onValue={setSeriesId}
        />
      )}
      <Button look="primary" type="submit" icon="link" busy={create.isPending} disabled={name.trim() === ''}>
        {displays.create}
      </Button>
      {create.error && <Notice look="red">{errorSentence(create.error, messages)}</Notice>}
    </form>
  );
}

function ShownLink({ link }: { link: string }) {
  const { displays } = useMessages();
  const copy = useCopy(displays);
  return (
    <Notice title={displays.link} actions={<Button onClick={() => copy(link)}>{displays.copy}</Button>}>
      <p>{displays.linkOnce}</p>
      <output className={styles.link}>{link}</output>
    </Notice>
  );
}

type ShowsProps = {
  display: inferRouterOutputs<AppRouter>['displays']['list'][number];
  choices: ReturnType<typeof useSeriesChoices>;
};

/** Which series a screen shows; the screen itself is never touched. */
function Shows({ display: { id, name, seriesId, version }, choices }: ShowsProps) {
  const messages = useMessages();
  const { displays } = messages;
  const toast = useToast();
  const set = useSetDisplaySeries();
  return (
    <Pick
      label={displays.showsOf(name)}
      placeholder={displays.follows}
      disabled={set.isPending}
      options={choices.map((series) => ({ value: series.id, label: series.name }))}
      value={choices.some((series) => series.id === seriesId) ? seriesId : null}
      onValue={(chosen) =>
        set.mutate(
          { id, seriesId: chosen, version },
          {
            onSuccess: () => toast({ text: displays.tied(name) }),
            onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
          },
        )
      }
    />
  );
}

function Links() {
  const messages = useMessages();
  const { displays } = messages;
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.displays.list.queryOptions());
  const revoke = useRevokeDisplay();
  const choices = useSeriesChoices();
  const [asked, setAsked] = useState<NonNullable<typeof data>[number] | null>(null);
  return (
    <Section title={displays.list}>
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {data?.length === 0 && <EmptyState title={displays.none} />}
      {data && data.length > 0 && (
        <Table label={displays.list}>
          <thead>
            <tr>
              <th scope="col">{displays.name}</th>
              {choices.length > 0 && <th scope="col">{displays.shows}</th>}
              <th scope="col">{displays.created}</th>
              <th scope="col">{displays.seen}</th>
              <th scope="col">{displays.revoke}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((display) => (
              <tr key={display.id}>
                <th scope="row">{display.name}</th>
                {choices.length > 0 && <td>{!display.revokedAt && <Shows display={display} choices={choices} />}</td>}
                <td>{when(display.createdAt)}</td>
                <td>{display.seenAt ? when(display.seenAt) : displays.never}</td>
                <td>
                  {display.revokedAt ? (
                    displays.revoked
                  ) : (
                    <Button size="small" look="danger" onClick={() => setAsked(display)}>
                      {displays.revoke}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {asked && (
        <Dialog
          title={displays.revokeTitle(asked.name)}
          mark="alert"
          description={displays.revokeText}
          onClose={() => setAsked(null)}
          footer={
            <>
              <Button onClick={() => setAsked(null)}>{displays.cancel}</Button>
              <Button
                look="danger"
                busy={revoke.isPending}
                onClick={() => revoke.mutate({ id: asked.id }, { onSuccess: () => setAsked(null) })}
              >
                {displays.revoke}
              </Button>
            </>
          }
        >
          {revoke.error && <Notice look="red">{errorSentence(revoke.error, messages)}</Notice>}
        </Dialog>
      )}
    </Section>
  );
}
