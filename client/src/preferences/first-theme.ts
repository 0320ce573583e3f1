import { keptTheme, putTheme } from './theme.ts';

// Runs before the page is drawn, in a file of its own: a page that turns dark only then would flash.
putTheme(keptTheme());
