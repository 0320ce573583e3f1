import { Link, useLocation, useSearch } from 'wouter';
import { type JointCount, jointSlices } from '#shared/approvals/joint.ts';
import { formatPercent } from '#shared/kit/money.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page, PageHeader } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import { useJoint } from './data.ts';
import { type Behind, behindHref } from './joint-address.ts';
import { ApprovalTabs } from './WaitingPage.tsx';

const slices = [...jointSlices, 'month'] as const;
type Slice = (typeof slices)[number];

/** 联审联批 counted in items 项: needed, done, owed and the rate, by project, agency, unit or month; each number opens its rows. */
export function JointPage() {
  const messages = useMessages();
  const { approvals, app } = messages;
  const { joint } = approvals;
  const [, navigate] = useLocation();
  const by = new URLSearchParams(useSearch()).get('by');
  const slice = slices.find((one) => one === by) ?? 'agency';
  const { data, error } = useJoint();
  const none = data?.needed === 0;
  return (
    <Page width="wide">
      <PageHeader
        title={joint.title}
        note={data && joint.total(data.needed, data.done, rate(data.done, data.needed))}
        actions={
          <Segmented
            label={joint.by}
            segments={slices.map((value) => ({ value, label: joint.slices[value] }))}
            value={slice}
            onValue={(value) => navigate(`/approvals/counts?by=${value}`, { replace: true })}
          />
        }
      />
      <ApprovalTabs />
      {error && <EmptyState title={errorSentence(error, messages)} />}
      {!error && !data && <Skeleton label={app.loading} />}
      {none && <EmptyState title={joint.none} hint={joint.noneHint} />}
      {data && !none && slice !== 'month' && <Counts slice={slice} counts={data[slice]} />}
      {data && !none && slice === 'month' && <Months needed={data.needed} months={data.months} />}
    </Page>
  );
}

function rate(done: number, needed: number): string {
  return needed === 0 ? '' : `${formatPercent(done, needed)}%`;
}

/** A number that opens the rows it counts; 0 has none. */
function Count({ count, behind, name }: { count: number; behind: Behind; name: string }) {
  const { joint } = useMessages().approvals;
  return (
    <NumberCell>
      {count === 0 ? (
        count
      ) : (
        <Link href={behindHref(behind)} aria-label={joint.rowsOf(name, joint.shows[behind.show], count)}>
          {count}
        </Link>
      )}
    </NumberCell>
  );
}

function Counts({ slice, counts }: { slice: Exclude<Slice, 'month'>; counts: readonly JointCount[] }) {
  const { approvals } = useMessages();
  const { joint } = approvals;
  const label = joint.slices[slice];
  return (
    <Table label={label} sticky>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <NumberHead>{joint.needed}</NumberHead>
          <NumberHead>{joint.done}</NumberHead>
          <NumberHead>{joint.owed}</NumberHead>
          <NumberHead>{joint.rate}</NumberHead>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ key, name: given, needed, done }) => {
          const name = given ?? approvals.noAgency;
          return (
            <tr key={key}>
              <th scope="row">{slice === 'project' ? <Link href={`/projects/${key}/steps`}>{name}</Link> : name}</th>
              <Count count={needed} behind={{ slice, key, show: 'needed' }} name={name} />
              <Count count={done} behind={{ slice, key, show: 'done' }} name={name} />
              <Count count={needed - done} behind={{ slice, key, show: 'owed' }} name={name} />
              <NumberCell>{rate(done, needed)}</NumberCell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Months({ needed, months }: { needed: number; months: readonly { month: string; done: number; doneToDate: number }[] }) {
  const { joint } = useMessages().approvals;
  return (
    <Table label={joint.slices.month} sticky>
      <thead>
        <tr>
          <th scope="col">{joint.slices.month}</th>
          <NumberHead>{joint.doneInMonth}</NumberHead>
          <NumberHead>{joint.doneToDate}</NumberHead>
          <NumberHead>{joint.owed}</NumberHead>
          <NumberHead>{joint.rate}</NumberHead>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, done, doneToDate }) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            <Count count={done} behind={{ slice: 'month', key: month, show: 'done' }} name={month} />
            <NumberCell>{doneToDate}</NumberCell>
            <NumberCell>{needed - doneToDate}</NumberCell>
            <NumberCell>{rate(doneToDate, needed)}</NumberCell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
