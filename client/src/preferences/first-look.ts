import { putFaces } from './faces.ts';
import { keptLanguage, putLanguage } from './kept-language.ts';
import { keptTheme, putTheme } from './theme.ts';

// Runs before the page is drawn: a page that turns dark only then would flash, and so would a still in the other language.
putTheme(keptTheme());
putLanguage(keptLanguage());
putFaces();
