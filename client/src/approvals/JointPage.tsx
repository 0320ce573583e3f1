import { useState } from 'react';
import { Link } from 'wouter';
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
import { ApprovalTabs } from './WaitingPage.tsx';

const slices = [...jointSlices, 'month'] as const;
type Slice = (typeof slices)[number];

/** 联审联批 counted in items 项: needed, done, owed and the rate, by project, agency, unit or month. */
export function JointPage() {
  const messages = useMessages();
  const { approvals, app } = messages;
  const { joint } = approvals;
  const [slice, setSlice] = useState<Slice>('agency');
  const { data, error } = useJoint();
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
            onValue={setSlice}
          />
        }
      />
      <ApprovalTabs />
      {error && <EmptyState title={errorSentence(error, messages)} />}
      {!error && !data && <Skeleton label={app.loading} />}
      {data && data.needed === 0 && <EmptyState title={joint.none} />}
      {data && data.needed > 0 && slice !== 'month' && <Counts label={joint.slices[slice]} slice={slice} counts={data[slice]} />}
      {data && data.needed > 0 && slice === 'month' && (
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
            {data.months.map(({ month, done, doneToDate }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <NumberCell>{done}</NumberCell>
                <NumberCell>{doneToDate}</NumberCell>
                <NumberCell>{data.needed - doneToDate}</NumberCell>
                <NumberCell>{rate(doneToDate, data.needed)}</NumberCell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  );
}

function rate(done: number, needed: number): string {
  return needed === 0 ? '' : `${formatPercent(done, needed)}%`;
}

function Counts({ label, slice, counts }: { label: string; slice: Exclude<Slice, 'month'>; counts: readonly JointCount[] }) {
  const { approvals } = useMessages();
  const { joint } = approvals;
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
        {counts.map(({ key, name, needed, done }) => (
          <tr key={key}>
            <th scope="row">{slice === 'project' ? <Link href={`/projects/${key}/steps`}>{name}</Link> : (name ?? approvals.noAgency)}</th>
            <NumberCell>{needed}</NumberCell>
            <NumberCell>{done}</NumberCell>
            <NumberCell>{needed - done}</NumberCell>
            <NumberCell>{rate(done, needed)}</NumberCell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
