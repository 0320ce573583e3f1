import { type QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { Actor } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { Page } from '../kit/Page.tsx';
import { part } from '../kit/part.ts';
import { Skeleton } from '../kit/Skeleton.tsx';
import { ToastProvider } from '../kit/Toast.tsx';
import { useLine } from '../live/live.ts';
import { NoticeBell } from '../notices/NoticeBell.tsx';
import { UpdateBand } from '../offline/UpdateBand.tsx';
import { useTheme } from '../preferences/preferences.ts';
import { Frame } from './Frame.tsx';
import { useOldWhileHidden } from './hidden.ts';
import { InsecureBand } from './InsecureBand.tsx';
import { LanguageProvider, useMessages } from './language.tsx';
import { useLeaving } from './leaving.ts';
import { useSession } from './now.ts';
import { Presence } from './Presence.tsx';
import { useRested } from './rested.ts';
import { type AppRoute, bareRoutes, routes } from './routes.ts';
import { Search } from './Search.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { TRPCProvider, trpcClient, useTRPC } from './trpc.ts';

const OutboxBand = part(async () => (await import('../outbox/OutboxBand.tsx')).OutboxBand);
const LeaveDialog = part(async () => (await import('../outbox/LeaveDialog.tsx')).LeaveDialog);
const MissingPage = part(async () => (await import('./MissingPage.tsx')).MissingPage);
const SignInPage = part(async () => (await import('../auth/SignInPage.tsx')).SignInPage);
const PasswordPage = part(async () => (await import('../auth/PasswordPage.tsx')).PasswordPage);

/** `page` stands in the place of whichever page the address names: the server draws the frame apart from what is in it. */
type AppProps = { answers: QueryClient; page?: ComponentType | undefined };

/** The whole page; `answers` are what the server has said so far. */
export function App({ answers, page }: AppProps) {
  return (
    <Surroundings answers={answers}>
      <Switch>
        {bareRoutes.map((route) => (
          <Route key={route.path} path={route.path} component={route.page} />
        ))}
        <Route>
          <Gate page={page} />
        </Route>
      </Switch>
    </Surroundings>
  );
}

/** What every page takes for granted: answers, words, and a place for what has to be said. */
export function Surroundings({ answers, children }: { answers: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={answers}>
      <TRPCProvider trpcClient={trpcClient} queryClient={answers}>
        <Suspense fallback={null}>
          <LanguageProvider>
            <ToastProvider>
              <Suspense fallback={<Loading />}>{children}</Suspense>
            </ToastProvider>
          </LanguageProvider>
        </Suspense>
      </TRPCProvider>
    </QueryClientProvider>
  );
}

/** Nobody passes without a session; nobody goes on with a password that somebody else has set. */
function Gate({ page }: Pick<AppProps, 'page'>) {
  const { actor, mustChangePassword, isPending, isKept } = useSession();
  const last = useRef<Actor['id'] | null>(null);
  if (actor) last.current = actor.id;
  if (isPending) return <Loading />;
  // A screen's device link lets nobody in but the screen; on such a machine a person signs in as elsewhere.
  if (!actor || actor.role === 'display') {
    return (
      <>
        <InsecureBand />
        <SignInPage lastId={last.current} />
      </>
    );
  }
  if (mustChangePassword) return <PasswordPage isForced />;
  return <Pages actor={actor} isKept={isKept} page={page} />;
}

function Pages({ actor, isKept, page }: { actor: Actor; isKept: boolean } & Pick<AppProps, 'page'>) {
  const messages = useMessages();
  const trpc = useTRPC();
  const [path, navigate] = useLocation();
  const line = useLine();
  useSessionAgain(line.isSignedOut || (line.isUp && isKept));
  useOldWhileHidden();
  useTheme();
  const leaving = useLeaving(actor.id);
  const district = useQuery(
    trpc.districts.mine.queryOptions(undefined, { enabled: actor.districtId !== null, staleTime: Number.POSITIVE_INFINITY }),
  );
  const open = routes.filter((route) => mayCall(actor.role, route.needs));
  const links = open.flatMap((route) => (route.nav ? [{ href: route.path, label: messages.app.nav[route.nav] }] : []));
  const hasSearch = mayCall(actor.role, 'projects.search');
  const acts = { onChangePassword: () => navigate('/password'), onSignOut: leaving.ask };
  return (
    <Frame
      district={district.data?.name ?? ''}
      user={{ name: actor.name, unitName: actor.unitName }}
      links={links}
      search={hasSearch && <Search />}
      presence={<Presence live={line.isUp} names={[]} />}
      bell={<NoticeBell accountId={actor.id} />}
      band={
        <>
          <InsecureBand />
          <UpdateBand />
          {mayCall(actor.role, 'returns.submit') && <Outbox actorId={actor.id} isFirst={path !== '/'} />}
        </>
      }
      {...acts}
    >
      {leaving.unsent && (
        <Suspense fallback={null}>
          <LeaveDialog unsent={leaving.unsent} onStay={leaving.stay} onLeave={leaving.leave} />
        </Suspense>
      )}
      <Suspense fallback={<Loading />}>
        <Switch>
          {open.map((route: AppRoute) => (
            <Route key={route.path} path={route.path} component={page ?? route.page} />
          ))}
          <Route path="/password">
            <PasswordPage isForced={false} />
          </Route>
          <Route path="/">
            <FirstPage open={open} />
          </Route>
          <Route component={MissingPage} />
        </Switch>
      </Suspense>
      <Shortcuts links={links} hasSearch={hasSearch} {...acts} />
    </Frame>
  );
}

/**
 * What waits for the line. Where returns are sent it has to be in sight before the line goes; on the board it is the board
 * that must stand first, and that is not drawn again when this comes.
 */
function Outbox({ actorId, isFirst }: { actorId: Actor['id']; isFirst: boolean }) {
  const isRested = useRested();
  if (!isRested && !isFirst) return null;
  return (
    <Suspense fallback={null}>
      <OutboxBand actorId={actorId} />
    </Suspense>
  );
}

/** Asks who is signed in: the session ended, by another tab or by time, or the line is back and the answer was an old one. */
function useSessionAgain(isDue: boolean): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (isDue) void queryClient.invalidateQueries({ queryKey: trpc.auth.me.queryKey() });
  }, [isDue, queryClient, trpc]);
}

/** Roles without the board begin on the first page that they have. */
function FirstPage({ open }: { open: readonly AppRoute[] }) {
  const First = open.find((route) => route.nav)?.page ?? MissingPage;
  return <First />;
}

function Loading() {
  const { app } = useMessages();
  return (
    <Page>
      <Skeleton label={app.loading} />
    </Page>
  );
}
