import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { AppRouter } from '#server/router.ts';
import { access, scopeOf } from '#shared/auth/permissions.ts';
import { type NumberedKind, numberedKinds } from '#shared/documents/register.ts';
import { issueText } from '#shared/documents/wording.ts';
import { dayOf, yearOf } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession, useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Chip } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Pick } from '../kit/Select.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useSettled } from '../kit/settled.ts';
import { Table } from '../kit/Table.tsx';
import { TextField } from '../kit/TextField.tsx';
import styles from './RegisterPage.module.css';

type Register = inferRouterOutputs<AppRouter>['documents']['register'];
type Issued = Register['issued'][number];

const STILL_MS = 200;

/** What was issued under a number in a year, found by title, number or pinyin; each is printed again as it was issued. */
export function RegisterPage() {
  const messages = useMessages();
  const { register: words } = messages.documents;
  const trpc = useTRPC();
  const today = useToday();
  const { actor } = useSession();
  // A unit has what is issued to it: its numbers are no series.
  const isOwn = actor !== null && scopeOf(access['documents.register'], actor.role) === 'own';
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const sought = useSettled(text.trim(), STILL_MS, '');
  const query = new URLSearchParams(useSearch());
  const asked = Number(query.get('year'));
  const kind = numberedKinds.find((each) => each === query.get('kind')) ?? null;
  const year = asked >= 2000 && asked <= 2100 ? asked : yearOf(today);
  const input = { year, ...(kind && { kind }), ...(sought !== '' && { text: sought }) };
  const show = (next: { year: number; kind: string | null }) =>
    navigate(`/documents?year=${next.year}${next.kind ? `&kind=${next.kind}` : ''}`, { replace: true });
  const { data, error } = useQuery(trpc.documents.register.queryOptions(input, { placeholderData: keepPreviousData }));
  const years = [...new Set([year, ...(data?.years ?? [])])].sort((a, b) => b - a);
  return (
    <Page width="wide">
      <PageHeader
        title={words.title}
        note={data && (isOwn ? words.sentNote : words.note)(year, data.total)}
        actions={
          <Pick
            label={words.year}
            value={String(year)}
            options={years.map((each) => ({ value: String(each), label: words.yearOf(each) }))}
            onValue={(each) => each && show({ year: Number(each), kind })}
          />
        }
      />
      <div className={styles.search}>
        <div className={styles.kinds}>
          <Segmented
            label={words.kind}
            segments={[
              { value: 'all', label: words.allKinds },
              ...numberedKinds.map((each) => ({ value: each, label: words.kinds[each] })),
            ]}
            value={kind ?? 'all'}
            onValue={(each) => show({ year, kind: each === 'all' ? null : each })}
          />
        </div>
        <TextField label={words.search} hint={words.searchHint} type="search" maxLength={60} value={text} onText={setText} />
      </div>
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {!data && !error && <Skeleton label={messages.app.loading} />}
      {data && <Series series={data.series} isWhole={!isOwn} />}
      {data && data.issued.length > 0 && <List issued={data.issued} />}
      {data && data.issued.length === 0 && (
        <EmptyState
          title={data.total === 0 ? (isOwn ? words.noneSent : words.none) : words.notFound(sought || (kind ? words.kinds[kind] : ''))}
          hint={data.total === 0 ? (isOwn ? words.noneSentHint : words.noneHint) : words.notFoundHint}
        />
      )}
    </Page>
  );
}

/** How far each series has come, and whether its numbers are in order. */
function Series({ series, isWhole }: { series: Register['series']; isWhole: boolean }) {
  const { register: words } = useMessages().documents;
  const wrong = series.filter(({ missing, double }) => missing.length + double.length > 0);
  return (
    <>
      <p className={styles.series}>
        {series
          .filter(({ count }) => isWhole || count > 0)
          .map(({ kind, count }) => (
            <span key={kind}>
              {words.kinds[kind]} <b>{words.count(count)}</b>
            </span>
          ))}
        {isWhole && wrong.length === 0 && <span>{words.inOrder}</span>}
      </p>
      {wrong.map(({ kind, missing, double }) => (
        <Notice key={kind} look="red">
          {missing.length > 0 && words.missing(words.kinds[kind], missing)}
          {double.length > 0 && words.double(words.kinds[kind], double)}
        </Notice>
      ))}
    </>
  );
}

function List({ issued }: { issued: readonly Issued[] }) {
  const { register: words } = useMessages().documents;
  return (
    <Table label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.documentTitle}</th>
          <th scope="col">{words.issuedOn}</th>
          <th scope="col">{words.signedBy}</th>
          <th scope="col">{words.acts}</th>
        </tr>
      </thead>
      <tbody>
        {issued.map((document) => (
          <Row key={document.id} document={document} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ document }: { document: Issued }) {
  const { register: words } = useMessages().documents;
  const { id, kind, year, number, title, issuedAt, signedByName, attempt, replaced, isWithdrawn, correctedBy } = document;
  const issue = issueText({ year, number });
  return (
    <tr>
      <td className={styles.number}>{isNumbered(kind) ? words.kinds[kind] : null}</td>
      <td className={styles.number}>{issue}</td>
      <th scope="row" className={styles.title}>
        <Link href={`/print/${id}`}>{title}</Link> {attempt > 1 && <Chip>{words.corrected(attempt)}</Chip>}
        {isWithdrawn && <Chip look="red">{correctedBy ? words.correctedBy(issueText(correctedBy)) : words.withdrawn}</Chip>}
        {replaced.map((version) => (
          <p key={version.attempt} className={styles.replaced}>
            <Link href={`/print/${id}?version=${version.attempt}`}>
              {words.earlier(version.attempt, dayOf(version.replacedAt), version.reason)}
            </Link>
          </p>
        ))}
      </th>
      <td className={styles.number}>{dayOf(issuedAt)}</td>
      <td className={styles.number}>{signedByName ?? '—'}</td>
      <td className={styles.acts}>
        <Link href={`/print/${id}`} aria-label={words.reprintOf(title)}>
          {words.reprint}
        </Link>{' '}
        <a href={`/files/documents/${id}`} download aria-label={words.wordOf(title)}>
          {words.word}
        </a>
      </td>
    </tr>
  );
}

function isNumbered(kind: Issued['kind']): kind is NumberedKind {
  return numberedKinds.some((each) => each === kind);
}
