import type { Theme } from '#shared/preferences/schema.ts';

const KEPT = 'tuijin.theme';

/** What the device itself is set to. */
export const deviceIsDark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** The theme that was last chosen on this device; null where none was, or where the browser keeps nothing. */
export function keptTheme(): string | null {
  try {
    return window.localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** Kept for the next start, which has to know it before anything is drawn. */
export function keepTheme(theme: Theme): void {
  try {
    window.localStorage.setItem(KEPT, theme);
  } catch {
    // Then the next start begins as the device is set, and turns when the session has come.
  }
}

/** Draws the page in a theme. */
export function putTheme(theme: string | null): void {
  const isDark = theme === 'dark' || (theme !== 'light' && deviceIsDark().matches);
  const root = document.documentElement;
  if (isDark) root.dataset['theme'] = 'dark';
  else delete root.dataset['theme'];
  if (!document.body) return;
  const paper = getComputedStyle(root).getPropertyValue('--paper').trim();
  if (paper) document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper);
}
