import { type Language, languages } from '../kit/languages.ts';

const KEPT = 'tuijin.language';
const htmlLang: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

/** The language last chosen on this device. Storage may be closed (private window, policy): the choice then lasts as long as the page. */
export function keptLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEPT);
    return languages.find((language) => language === kept) ?? 'zh';
  } catch {
    return 'zh';
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // See keptLanguage.
  }
}

/** Hears of a choice in another tab of the same person. */
export function onLanguageKept(listener: () => void): () => void {
  const follow = (event: StorageEvent) => {
    if (event.key === KEPT) listener();
  };
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}

/** Says in which language the page is, for whoever reads it aloud. */
export function putLanguage(language: Language): void {
  document.documentElement.lang = htmlLang[language];
}
