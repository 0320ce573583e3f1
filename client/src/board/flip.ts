import styles from './flip.module.css';

/** As long as a move by somebody else takes to be seen. */
const MOVES_MS = 160;
/** More than so many cards that change place at once are not a move but another board. */
const MOST = 60;
/** What comes from out of sight comes from so far above. */
const FROM_ABOVE = 12;

type Point = { x: number; y: number };
/** Where a card stands: its project, its column, and its upper left corner on the screen. */
export type Stand = Point & { id: string; column: string };

/** How a card comes to where it stands now: by so much from there, over the columns where it was in another one. */
export type Travel<At extends Stand> = { to: At; by: Point; isAcross: boolean };

/** What has moved between two looks at the board, in the order of the second. */
export function travels<At extends Stand>(before: readonly Stand[], after: readonly At[]): Travel<At>[] {
  const keyOf = ({ id, column }: Stand) => `${column} ${id}`;
  const was = new Map(before.map((stand) => [keyOf(stand), stand]));
  const stands = new Set(after.map(keyOf));
  const left = new Map(before.flatMap((stand) => (stands.has(keyOf(stand)) ? [] : [[stand.id, stand] as const])));
  return after.flatMap((to) => {
    const here = was.get(keyOf(to));
    const from = here ?? left.get(to.id) ?? { x: to.x, y: to.y - FROM_ABOVE };
    const by = { x: from.x - to.x, y: from.y - to.y };
    return by.x === 0 && by.y === 0 ? [] : [{ to, by, isAcross: !here && left.has(to.id) }];
  });
}

type Shown = Stand & { element: HTMLElement; width: number; height: number };

function inSight(): Shown[] {
  return Array.from(document.querySelectorAll<HTMLElement>('[data-card]'), (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { element, id: element.dataset['card'] ?? '', column: element.dataset['column'] ?? '', x, y, width, height };
  });
}

/** Looks where the cards stand; the answer lets them come from there to where they stand then. */
export function watch(): () => void {
  if (document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return () => undefined;
  const before = inSight();
  return () => {
    // In the frame that draws them anew, when the columns have been measured.
    requestAnimationFrame(() => {
      const moved = travels(before, inSight());
      if (moved.length <= MOST) for (const travel of moved) play(travel);
    });
  };
}

function play({ to, by, isAcross }: Travel<Shown>): void {
  const way = [{ transform: `translate(${by.x}px, ${by.y}px)` }, { transform: 'none' }];
  const timing = { duration: MOVES_MS, easing: 'ease-out' };
  if (!isAcross) return void to.element.animate(way, timing);
  // A column clips what leaves it: between two of them its likeness travels, above both, and the card waits for it unseen.
  const ghost = to.element.cloneNode(true);
  if (!(ghost instanceof HTMLElement)) return;
  for (const name of ['data-card', 'tabindex', 'aria-label']) ghost.removeAttribute(name);
  for (const named of ghost.querySelectorAll('[id]')) named.removeAttribute('id');
  ghost.ariaHidden = 'true';
  ghost.inert = true;
  ghost.classList.add(styles.ghost ?? '');
  Object.assign(ghost.style, { left: `${to.x}px`, top: `${to.y}px`, width: `${to.width}px`, height: `${to.height}px` });
  document.body.append(ghost);
  to.element.animate([{ opacity: 0 }, { opacity: 0 }], { duration: MOVES_MS });
  const travel = ghost.animate(way, timing);
  travel.onfinish = travel.oncancel = () => ghost.remove();
}
