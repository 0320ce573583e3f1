import { Link } from 'wouter';
import type { Home } from '#shared/home/schema.ts';
import { assertNever } from '#shared/kit/errors.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { dayWithWeekday } from '../meetings/words.ts';
import { useHome } from './data.ts';
import { LeaderHome } from './LeaderHome.tsx';
import { OfficeHome } from './OfficeHome.tsx';
import { OfficerHome } from './OfficerHome.tsx';

/** 待办: what waits for whoever has signed in. */
export function HomePage() {
  const messages = useMessages();
  const today = useToday();
  const { data, error } = useHome();
  return (
    <Page>
      <PageHeader
        title={messages.home.title}
        note={dayWithWeekday(today, messages.meetings)}
        actions={<Link href="/documents">{messages.documents.register.title}</Link>}
      />
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {!data && !error && <Skeleton label={messages.app.loading} />}
      {data && <OwnHome home={data} />}
    </Page>
  );
}

function OwnHome({ home }: { home: Home }) {
  switch (home.role) {
    case 'officer':
      return <OfficerHome home={home} />;
    case 'office':
      return <OfficeHome home={home} />;
    case 'leader':
      return <LeaderHome home={home} />;
    default:
      return assertNever(home);
  }
}
