import type { ComponentType } from 'react';
import { Redirect, useParams } from 'wouter';
import { mayCall, type ProcedureName } from '#shared/auth/permissions.ts';
import { AccountsTab } from '../accounts/AccountsTab.tsx';
import { useMessages } from '../app/language.tsx';
import { MissingPage } from '../app/MissingPage.tsx';
import type { Catalogue } from '../app/messages.ts';
import { useSession } from '../app/now.ts';
import { TemplatesTab } from '../approvals/TemplatesTab.tsx';
import { CalendarTab } from '../calendar/CalendarTab.tsx';
import { ChannelsTab } from '../channels/ChannelsTab.tsx';
import { DistrictTab } from '../districts/DistrictTab.tsx';
import { Page, PageHeader } from '../kit/Page.tsx';
import { TabLinks } from '../kit/TabLinks.tsx';
import { RulesTab } from '../lamps/RulesTab.tsx';
import { LimitsTab } from '../limits/LimitsTab.tsx';
import { SeriesTab } from '../meetings/SeriesTab.tsx';
import { WordingsTab } from '../meetings/WordingsTab.tsx';
import { UnitsTab } from '../units/UnitsTab.tsx';

type Part = { key: string; needs: ProcedureName; label: (messages: Catalogue) => string; content: ComponentType };

const parts: readonly Part[] = [
  { key: 'accounts', needs: 'accounts.list', label: ({ accounts }) => accounts.tab, content: AccountsTab },
  { key: 'units', needs: 'units.update', label: ({ units }) => units.tab, content: UnitsTab },
  { key: 'district', needs: 'districts.update', label: ({ districts }) => districts.tab, content: DistrictTab },
  { key: 'meetings', needs: 'series.update', label: ({ meetings }) => meetings.series.tab, content: SeriesTab },
  { key: 'channels', needs: 'channels.set', label: ({ channels }) => channels.tab, content: ChannelsTab },
  { key: 'calendar', needs: 'calendar.setYear', label: ({ calendar }) => calendar.tab, content: CalendarTab },
  { key: 'limits', needs: 'limits.set', label: ({ limits }) => limits.tab, content: LimitsTab },
  { key: 'steps', needs: 'approvals.keepTemplate', label: ({ approvals }) => approvals.templates.tab, content: TemplatesTab },
  { key: 'wordings', needs: 'decisions.setWordings', label: ({ meetings }) => meetings.wordings.tab, content: WordingsTab },
  { key: 'rules', needs: 'lamps.adopt', label: ({ lamps }) => lamps.tab, content: RulesTab },
];

/** What administrators and the office set up: each sees the parts that the access table gives them. */
export function SettingsPage() {
  const messages = useMessages();
  const { actor } = useSession();
  const { part: wanted } = useParams<{ part?: string }>();
  if (!actor) return null;
  const open = parts.filter((part) => mayCall(actor.role, part.needs));
  const [first] = open;
  if (wanted === undefined && first) return <Redirect to={`/settings/${first.key}`} replace />;
  const Content = open.find((part) => part.key === wanted)?.content;
  if (!Content) return <MissingPage />;
  const links = open.map((part) => ({ href: `/settings/${part.key}`, label: part.label(messages) }));
  if (mayCall(actor.role, 'displays.list')) links.push({ href: '/displays', label: messages.settings.displays });
  return (
    <Page>
      <PageHeader title={messages.settings.title} />
      <TabLinks label={messages.settings.parts} links={links} />
      <Content />
    </Page>
  );
}
