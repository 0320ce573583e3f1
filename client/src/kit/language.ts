import { createContext, useContext } from 'react';
import type { Language } from './languages.ts';
import { en, zh } from './messages.ts';

/** Which language the page speaks. The provider is app/language.tsx; without one, Chinese. */
export const LanguageContext = createContext<{ language: Language; setLanguage: (language: Language) => void }>({
  language: 'zh',
  setLanguage: () => undefined,
});

export function useLanguage() {
  return useContext(LanguageContext);
}

/** The few words that the kit itself says. */
export function useKitMessages(): typeof zh {
  return useLanguage().language === 'zh' ? zh : en;
}
