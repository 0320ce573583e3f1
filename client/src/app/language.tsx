import { type ReactNode, startTransition, useEffect, useMemo, useState } from 'react';
import { type Language, LanguageContext, languages, useLanguage } from '../kit/language.ts';
import { type Catalogue, catalogues, loadWords } from './messages.ts';
import { RESTED_AFTER_MS } from './rested.ts';

const STORED_AS = 'tuijin.language';
const htmlLang: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

/** Storage may be closed (private window, policy): the choice then lasts as long as the page. */
export function storedLanguage(): Language {
  try {
    const stored = localStorage.getItem(STORED_AS);
    return languages.find((language) => language === stored) ?? 'zh';
  } catch {
    return 'zh';
  }
}

function store(language: Language): void {
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // See storedLanguage.
  }
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(storedLanguage);
  const { title } = catalogues[language].app;

  useEffect(() => {
    document.documentElement.lang = htmlLang[language];
    document.title = title;
  }, [language, title]);

  // The words of other pages are fetched when this one stands: the first click must not wait for them.
  useEffect(() => {
    const timer = setTimeout(() => void loadWords(language), RESTED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [language]);

  // Another tab of the same person follows.
  useEffect(() => {
    const follow = (event: StorageEvent) => {
      if (event.key === STORED_AS) startTransition(() => setLanguage(storedLanguage()));
    };
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, []);

  const value = useMemo(
    () => ({
      language,
      setLanguage: (chosen: Language) => {
        store(chosen);
        // What stands on the page stays until the other language's words are there.
        startTransition(() => setLanguage(chosen));
      },
    }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** Everything the page says, in the language it speaks. */
export function useMessages(): Catalogue {
  return catalogues[useLanguage().language];
}
