import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Theme } from '#shared/preferences/schema.ts';
import { IconButton } from '../kit/Button.tsx';
import { Face } from '../kit/Face.tsx';
import { useLanguage } from '../kit/language.ts';
import { languages } from '../kit/languages.ts';
import { Menu } from '../kit/Menu.tsx';
import { isCurrent } from '../kit/TabLinks.tsx';
import { useKeepPreferences, usePreferences } from '../preferences/preferences.ts';
import styles from './Frame.module.css';
import { useMessages } from './language.tsx';

export type NavLink = { href: string; label: string /** Waiting for this person. */; count?: number };

type FrameProps = {
  district: string;
  links: readonly NavLink[];
  user: { name: string; unitName: string };
  search?: ReactNode;
  /** The live dot and who else is here. */
  presence?: ReactNode;
  bell?: ReactNode;
  /** Under the bar, the whole width: the offline band. */
  band?: ReactNode;
  onChangePassword: () => void;
  onSignOut: () => void;
  children: ReactNode;
};

/** The top bar and, below it, the page: it alone scrolls. */
export function Frame({ district, links, user, search, presence, bell, band, onChangePassword, onSignOut, children }: FrameProps) {
  const { app } = useMessages();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {app.skip}
      </a>
      <header className={styles.bar}>
        <Brand district={district} />
        <Navigation links={links} />
        <span className={styles.grow} />
        {search && <div className={styles.search}>{search}</div>}
        {presence}
        {bell}
        <UserMenu user={user} onChangePassword={onChangePassword} onSignOut={onSignOut} />
      </header>
      {band}
      <main className={styles.main} id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

export function Seal() {
  const { app } = useMessages();
  return (
    <span className={styles.seal} aria-hidden="true">
      {[...app.seal].map((sign) => (
        <span key={sign}>{sign}</span>
      ))}
    </span>
  );
}

function Brand({ district }: { district: string }) {
  const { app } = useMessages();
  return (
    <Link href="/" className={styles.brand}>
      <Seal />
      <span className={styles.names}>
        <b>{app.product}</b>
        <small>{district}</small>
      </span>
    </Link>
  );
}

/** A row of links; on a narrow window the same links in a menu. */
function Navigation({ links }: { links: readonly NavLink[] }) {
  const { app } = useMessages();
  const [location, navigate] = useLocation();
  return (
    <>
      <nav className={styles.nav} aria-label={app.mainNavigation}>
        {links.map((link) => (
          <Link key={link.href} href={link.href} aria-current={isCurrent(link.href, location) ? 'page' : undefined}>
            {link.label}
            {link.count ? <sup>{link.count}</sup> : null}
          </Link>
        ))}
      </nav>
      <span className={styles.navMenu}>
        <Menu
          label={app.mainNavigation}
          align="start"
          trigger={<IconButton icon="menu" label={app.menu} size="large" />}
          groups={[
            {
              items: links.map((link) => ({
                key: link.href,
                label: link.count ? `${link.label} ${link.count}` : link.label,
                checked: isCurrent(link.href, location),
                onSelect: () => navigate(link.href),
              })),
            },
          ]}
        />
      </span>
    </>
  );
}

function UserMenu({ user, onChangePassword, onSignOut }: Pick<FrameProps, 'user' | 'onChangePassword' | 'onSignOut'>) {
  const { app } = useMessages();
  const { language, setLanguage } = useLanguage();
  const { letterKeys, theme } = usePreferences();
  const keep = useKeepPreferences();
  return (
    <Menu
      label={app.account(user.name)}
      trigger={
        <button type="button" className={styles.user}>
          <Face name={user.name} named />
          <span className={styles.userName}>
            {user.name} · {user.unitName}
          </span>
        </button>
      }
      groups={[
        {
          title: app.language,
          items: languages.map((each) => ({
            key: each,
            label: app.languages[each],
            checked: each === language,
            onSelect: () => setLanguage(each),
          })),
        },
        {
          title: app.theme,
          items: Theme.options.map((each) => ({
            key: each,
            label: app.themes[each],
            checked: each === theme,
            onSelect: () => keep({ theme: each }),
          })),
        },
        { items: [{ key: 'letters', label: app.letterKeys, checked: letterKeys, onSelect: () => keep({ letterKeys: !letterKeys }) }] },
        {
          items: [
            { key: 'password', label: app.changePassword, icon: 'lock', onSelect: onChangePassword },
            { key: 'sign-out', label: app.signOut, icon: 'arrow', onSelect: onSignOut },
          ],
        },
      ]}
    />
  );
}
