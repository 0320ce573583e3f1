import { type ReactNode, startTransition, useEffect, useMemo, useState } from 'react';
import { LanguageContext, useLanguage } from '../kit/language.ts';
import type { Language } from '../kit/languages.ts';
import { keepLanguage, keptLanguage, onLanguageKept, putLanguage } from '../preferences/kept-language.ts';
import { type Catalogue, catalogues, loadWords } from './messages.ts';
import { whenRested } from './rested.ts';

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(keptLanguage);
  const { title } = catalogues[language].app;

  useEffect(() => {
    putLanguage(language);
    document.title = title;
  }, [language, title]);

  // The words of other pages are fetched when this one stands: the first click must not wait for them.
  useEffect(() => whenRested(() => void loadWords(language)), [language]);

  // Another tab of the same person follows.
  useEffect(() => onLanguageKept(() => startTransition(() => setLanguage(keptLanguage()))), []);

  const value = useMemo(
    () => ({
      language,
      setLanguage: (chosen: Language) => {
        keepLanguage(chosen);
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
