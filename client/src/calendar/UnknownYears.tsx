import { Link } from 'wouter';
import { mayCall } from '#shared/auth/permissions.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { Notice } from '../kit/Page.tsx';

/** At the head of a page whose deadlines rest on years without a notice: that they are estimates, and where the years are entered. */
export function UnknownYears({ years }: { years: readonly number[] }) {
  const { calendar } = useMessages();
  const { actor } = useSession();
  const mayEnter = actor !== null && mayCall(actor.role, 'calendar.setYear');
  return years.map((year) => (
    <Notice key={year} look="yellow" actions={mayEnter && <Link href="/settings/calendar">{calendar.enter}</Link>}>
      {calendar.noNotice(year)}
    </Notice>
  ));
}
