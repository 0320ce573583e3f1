import { Link, useLocation } from 'wouter';
import styles from './TabLinks.module.css';

export type TabLink = { href: string; label: string; count?: string | number | null };

/** A link is the current one on its own page and on all pages below it; `/` on its own alone. */
export function isCurrent(href: string, location: string): boolean {
  return location === href || (href !== '/' && location.startsWith(`${href}/`));
}

/** Parts of one page, each with an address of its own. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  const [location] = useLocation();
  return (
    <nav className={styles.tabs} aria-label={label}>
      {links.map((link) => (
        <Link key={link.href} href={link.href} className={styles.tab} aria-current={isCurrent(link.href, location) ? 'page' : undefined}>
          {link.label}
          {link.count !== undefined && link.count !== null && <span className={styles.count}>{link.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
