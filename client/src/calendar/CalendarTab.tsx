import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CalendarYear } from '#shared/calendar/schema.ts';
import { yearOf } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import styles from './CalendarTab.module.css';
import { YearForm } from './YearForm.tsx';

/** The calendar of working days, a year at a time. */
export function CalendarTab() {
  const messages = useMessages();
  const { calendar } = messages;
  const trpc = useTRPC();
  const today = useToday();
  const [year, setYear] = useState(yearOf(today));
  const [reloads, setReloads] = useState(0);
  const { data, error, isFetching } = useQuery(trpc.calendar.year.queryOptions({ year }));
  const isThere = (wanted: number) => CalendarYear.shape.year.safeParse(wanted).success;
  return (
    <Section title={calendar.title(year)} note={calendar.note}>
      <nav className={styles.head} aria-label={calendar.years}>
        <Button size="small" disabled={!isThere(year - 1)} onClick={() => setYear(year - 1)}>
          {calendar.earlier}
        </Button>
        <Button size="small" disabled={!isThere(year + 1)} onClick={() => setYear(year + 1)}>
          {calendar.later}
        </Button>
        {data && (data.isKnown ? <Chip look="green">{calendar.known}</Chip> : <Chip look="yellow">{calendar.unknown}</Chip>)}
      </nav>
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {!data && isFetching && <Skeleton label={messages.app.loading} />}
      {data && <YearForm key={`${year} ${reloads}`} year={data} today={today} onReload={() => setReloads(reloads + 1)} />}
    </Section>
  );
}
