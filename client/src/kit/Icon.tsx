import { classes } from './classes.ts';
import styles from './Icon.module.css';

/** Strokes on a 16 px square, one weight, no fills. */
const paths = {
  search: 'M2.5 7a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M10.5 10.5 14 14',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  warn: 'M8 2.2 14.2 13H1.8ZM8 6.5v3M8 11.2v.1',
  alert: 'M2 8a6 6 0 1 0 12 0A6 6 0 1 0 2 8M8 4.8v4M8 11v.1',
  stamp: 'M6.5 9V6.8C5.6 6.2 5.2 5.5 5.2 4.6a2.8 2.8 0 0 1 5.6 0c0 .9-.4 1.6-1.3 2.2V9M3 9h10v2.5H3zM3 14h10',
  flag: 'M3.5 2v12.5M3.5 2.5h9l-2.3 3 2.3 3h-9',
  clock: 'M2.2 8a5.8 5.8 0 1 0 11.6 0A5.8 5.8 0 1 0 2.2 8M8 4.8V8l2.3 1.6',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2v3M10.5 2.2v3',
  right: 'm6 4 4 4-4 4',
  left: 'm10 4-4 4 4 4',
  up: 'm4 10 4-4 4 4',
  down: 'm4 6 4 4 4-4',
  arrow: 'M2.5 8h11M9.5 4l4 4-4 4',
  back: 'M3 6h6.5a3.5 3.5 0 0 1 0 7H6M3 6l3-3M3 6l3 3',
  sort: 'M5 3v10M5 13l-2.5-2.5M5 13l2.5-2.5M11 13V3M11 3 8.5 5.5M11 3l2.5 2.5',
  filter: 'M2 3.5h12L9.5 9v4l-3-1.4V9z',
  car: 'M2 11V8l1.5-3.5h9L14 8v3zM2 8h12M4.5 11v1.5M11.5 11v1.5',
  edit: 'm3 13 .7-3L11 2.7 13.3 5 6 12.3z',
  print: 'M4.5 6V2.5h7V6M4.5 11H2.5V6h11v5h-2M4.5 9.5h7v4h-7z',
  download: 'M8 2v7.5M5 6.8l3 3 3-3M2.5 11v2.5h11V11',
  upload: 'M8 10V2.5M5 5.3l3-3 3 3M2.5 11v2.5h11V11',
  bell: 'M4 11V7.5a4 4 0 0 1 8 0V11l1 1.2H3zM6.8 14h2.4',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM6.2 8a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0',
  dots: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  grip: 'M6 4h.1M10 4h.1M6 8h.1M10 8h.1M6 12h.1M10 12h.1',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  photo: 'M2 5h3l1-1.6h4L11 5h3v8H2zM5.6 8.8a2.4 2.4 0 1 0 4.8 0 2.4 2.4 0 1 0-4.8 0',
  lock: 'M4 7.5h8V13H4zM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3',
  offline: 'M2 6.2a9 9 0 0 1 3-1.8M8 3.6c2.3 0 4.4.9 6 2.6M4.2 8.6a5.6 5.6 0 0 1 2.2-1.3M9.6 7.3c.8.3 1.6.7 2.2 1.3M8 12.2v.1M2.5 2l11 12',
  board: 'M2.5 3h3v10h-3zM6.5 3h3v6h-3zM10.5 3h3v8h-3z',
  stairs: 'M2 12.5h3v-3h3v-3h3v-3h3',
  rows: 'M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h11',
  person: 'M5.3 5.2a2.7 2.7 0 1 0 5.4 0 2.7 2.7 0 1 0-5.4 0M2.8 13.8c.4-3 2.4-4.6 5.2-4.6s4.8 1.6 5.2 4.6',
  screen: 'M2 3h12v8H2zM5.5 13.5h5M8 11v2.5',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2A2.6 2.6 0 0 0 9 3.3l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.9-.9',
  trash: 'M3 4.5h10M6 4.5V2.8h4v1.7M4.3 4.5l.6 9h6.2l.6-9M6.8 7v4M9.2 7v4',
} as const;

export type IconName = keyof typeof paths;

/** An icon always stands beside words or inside a named control, so it is silent itself. */
export function Icon({ name, size = 16 }: { name: IconName; size?: 12 | 14 | 16 | 20 | 24 }) {
  return (
    <svg
      className={classes(styles.icon, (name === 'dots' || name === 'grip') && styles.heavy)}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** The mark of a refused move: a red disc with a bar, as on a road. */
export function StopMark() {
  return (
    <svg className={styles.stop} width={20} height={20} viewBox="0 0 22 22" aria-hidden="true">
      <circle cx="11" cy="11" r="10" />
      <path d="M6 11h10" />
    </svg>
  );
}
