import { Link, useLocation } from 'wouter';
import styles from './TabLinks.module.css';

/** `isExact`: the pages below it have links of their own. */
export type TabLink = { href: string; label: string; count?: string | number | null; isExact?: boolean };

/** A link is the current one on its own page and on all pages below it; `/` on its own alone. */
export function isCurrent(href: string, location: string, isExact = false): boolean {
  return location === href || (href !== '/' && !isExact && location.startsWith(`${href}/`));
}

/** Parts of one page, each with an address of its own. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  const [location] = useLocation();
  return (
    <nav className={styles.tabs} aria-label={label}>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          className={styles.tab}
          aria-current={isCurrent(link.href, location, link.isExact) ? 'page' : undefined}
        >
          {link.label}
          {link.count !== undefined && link.count !== null && <span className={styles.count}>{link.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
