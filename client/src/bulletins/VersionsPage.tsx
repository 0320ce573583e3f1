import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams, useSearch } from 'wouter';
import { alignLines, linesOf } from '#shared/documents/compare.ts';
import { dayOf, Instant, Month, monthNumber, yearOf } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { MissingPage } from '../app/MissingPage.tsx';
import { useTRPC } from '../app/trpc.ts';
import { classes } from '../kit/classes.ts';
import { diffText } from '../kit/diff.ts';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Select } from '../kit/Select.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import type { BulletinView } from './BulletinPage.tsx';
import styles from './VersionsPage.module.css';

/** 各稿比对: two versions of a bulletin side by side, what differs marked by sign and place. */
export function VersionsPage() {
  const month = Month.safeParse(useParams().month);
  return month.success ? <Versions month={month.data} /> : <MissingPage />;
}

function Versions({ month }: { month: Month }) {
  const messages = useMessages();
  const { bulletins } = messages;
  const view = useQuery(useTRPC().bulletins.view.queryOptions({ month }));
  return (
    <Page width="wide">
      <PageHeader
        title={`${bulletins.compare} ${bulletins.monthOf(yearOf(month), monthNumber(month))}`}
        actions={<Link href={`/bulletins?month=${month}`}>{bulletins.toBulletin}</Link>}
      />
      {view.error ? (
        <Notice look="red">{errorSentence(view.error, messages)}</Notice>
      ) : (
        !view.data && <Skeleton label={bulletins.loading} />
      )}
      {view.data && <SideBySide view={view.data} />}
    </Page>
  );
}

/** 0 is the bulletin as it stands now. */
const NOW = 0;

function SideBySide({ view }: { view: BulletinView }) {
  const { bulletins, kit } = useMessages();
  const [, navigate] = useLocation();
  const search = new URLSearchParams(useSearch());
  const kept = view.steps.filter(({ hasVersion }) => hasVersion);
  const versions = [...kept.map(({ seq }) => seq), NOW];
  const chosen = (side: 'left' | 'right', otherwise: number | undefined) => {
    const asked = Number(search.get(side) ?? Number.NaN);
    return versions.includes(asked) ? asked : (otherwise ?? NOW);
  };
  const left = chosen('left', versions.at(-2));
  const right = chosen('right', NOW);
  const texts = [useLines(view, left), useLines(view, right)];
  const [before, after] = texts;
  if (kept.length === 0) return <Notice>{bulletins.noVersions}</Notice>;
  const options = versions.map((seq) => {
    const step = kept.find((each) => each.seq === seq);
    const label = step ? kit.apart([bulletins.acts[step.act], step.byName, dayOf(Instant.parse(step.at)).slice(5)]) : bulletins.asItStands;
    return { value: String(seq), label };
  });
  const choose = (side: 'left' | 'right') => (value: string | null) => {
    const next = { left: String(left), right: String(right), [side]: value ?? String(NOW) };
    navigate(`/bulletins/versions/${view.month}?${new URLSearchParams(next)}`, { replace: true });
  };
  return (
    <>
      <div className={styles.pair}>
        <Select label={bulletins.leftVersion} options={options} value={String(left)} onValue={choose('left')} />
        <Select label={bulletins.rightVersion} options={options} value={String(right)} onValue={choose('right')} />
      </div>
      {before && after ? <Lines before={before} after={after} /> : <Skeleton label={bulletins.loading} />}
    </>
  );
}

function Lines({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const { bulletins } = useMessages();
  const pairs = alignLines(before, after);
  const changed = pairs.filter(({ left, right }) => left !== right).length;
  return (
    <div>
      <p className={styles.note} role="status">
        {changed === 0 ? bulletins.sameText : bulletins.differing(changed)}
      </p>
      {pairs.map(({ left, right }, index) => {
        // Lines have no identity but their place.
        const key = `line ${index}`;
        return (
          <div key={key} className={classes(styles.pair, left !== right && styles.changed)}>
            <Line text={left} parts={left !== right ? diffText(left ?? '', right ?? '').filter(({ kind }) => kind !== 'added') : null} />
            <Line text={right} parts={left !== right ? diffText(left ?? '', right ?? '').filter(({ kind }) => kind !== 'removed') : null} />
          </div>
        );
      })}
    </div>
  );
}

function Line({ text, parts }: { text: string | null; parts: ReturnType<typeof diffText> | null }) {
  if (parts === null) return <p className={styles.line}>{text}</p>;
  return (
    <p className={styles.line} lang="zh-CN">
      {parts.map((part, index) => {
        const key = `${index} ${part.kind}`;
        if (part.kind === 'removed') return <del key={key}>{part.text}</del>;
        return part.kind === 'added' ? <ins key={key}>{part.text}</ins> : <span key={key}>{part.text}</span>;
      })}
    </p>
  );
}

function useLines(view: BulletinView, seq: number): string[] | null {
  const trpc = useTRPC();
  const kept = useQuery(
    trpc.bulletins.version.queryOptions({ month: view.month, seq }, { enabled: seq !== NOW, staleTime: Number.POSITIVE_INFINITY }),
  );
  if (seq === NOW) return linesOf(view.document);
  return kept.data ? linesOf(kept.data) : null;
}
