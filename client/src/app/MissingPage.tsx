import { Link } from 'wouter';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page, PageHeader } from '../kit/Page.tsx';
import { useMessages } from './language.tsx';

/** An address that leads nowhere. */
export function MissingPage() {
  const { app } = useMessages();
  return (
    <Page>
      <PageHeader title={app.pageMissing} />
      <EmptyState title={app.pageMissingHint} action={<Link href="/">{app.home}</Link>} />
    </Page>
  );
}
