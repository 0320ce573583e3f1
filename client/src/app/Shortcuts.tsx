import { Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Theme } from '#shared/preferences/schema.ts';
import { isComposing, isTyping } from '../kit/keys.ts';
import { useLanguage } from '../kit/language.ts';
import { languages } from '../kit/languages.ts';
import { part } from '../kit/part.ts';
import { useKeepPreferences, usePreferences } from '../preferences/preferences.ts';
import { type Action, useActions } from './actions.ts';
import type { NavLink } from './Frame.tsx';
import { useMessages } from './language.tsx';

const Palette = part(async () => (await import('./Palette.tsx')).Palette);
const KeyMap = part(async () => (await import('./KeyMap.tsx')).KeyMap);

type ShortcutsProps = { links: readonly NavLink[]; hasSearch: boolean; onChangePassword: () => void; onSignOut: () => void };

/** The keys that act on every page, and what can be done everywhere: Ctrl K finds and does, `?` names the keys. */
export function Shortcuts({ links, hasSearch, onChangePassword, onSignOut }: ShortcutsProps) {
  const { app } = useMessages();
  const { language, setLanguage } = useLanguage();
  const [, navigate] = useLocation();
  const { letterKeys, theme } = usePreferences();
  const keep = useKeepPreferences();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isComposing(event)) return;
      const isPalette = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k';
      const isKeys = !event.ctrlKey && !event.metaKey && event.key === '?' && letterKeys && !isTyping(event.target);
      if (!isPalette && !isKeys) return;
      event.preventDefault();
      if (!isInLayer(event.target)) setOpen(isPalette ? 'palette' : 'keys');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [letterKeys]);

  useActions(
    app.actions.everywhere,
    [
      { id: 'palette', label: app.actions.palette, keys: ['Ctrl', 'K'], run: () => setOpen('palette') },
      { id: 'keys', label: app.actions.keys, keys: ['?'], run: () => setOpen('keys') },
      ...(hasSearch ? [{ id: 'search', label: app.actions.search, keys: [app.search.key], run: null }] : []),
      ...links.map(({ href, label }): Action => ({ id: `to ${href}`, label: app.actions.to(label), run: () => navigate(href) })),
      ...languages
        .filter((each) => each !== language)
        .map((each): Action => ({ id: each, label: app.actions.speak(app.languages[each]), run: () => setLanguage(each) })),
      ...Theme.options
        .filter((each) => each !== theme)
        .map((each): Action => ({ id: `theme-${each}`, label: app.actions.theme(app.themes[each]), run: () => keep({ theme: each }) })),
      { id: 'password', label: app.changePassword, run: onChangePassword },
      { id: 'sign-out', label: app.signOut, run: onSignOut },
    ],
    true,
  );

  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette onClose={() => setOpen(null)} hasSearch={hasSearch} />}
      {open === 'keys' && <KeyMap onClose={() => setOpen(null)} />}
    </Suspense>
  );
}

/** A dialog or a menu has its own keys. */
function isInLayer(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;
}
