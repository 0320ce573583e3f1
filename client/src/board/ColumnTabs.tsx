import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../app/language.tsx';
import styles from './ColumnTabs.module.css';

type ColumnTabsProps = { scroller: HTMLElement | null; tabs: readonly { name: string; count: number }[] };

/** On a phone, where one column is in sight at a time: which it is, and the way to the others besides swiping. */
export function ColumnTabs({ scroller, tabs }: ColumnTabsProps) {
  const { board } = useMessages();
  const [at, setAt] = useState(0);
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!scroller) return;
    const onScroll = () => setAt(Math.round(scroller.scrollLeft / Math.max(1, scroller.clientWidth)));
    // A tab pressed while a swipe still rolls out can end between two columns: then the nearer one is taken.
    const onEnd = () => {
      if (getComputedStyle(scroller).scrollSnapType === 'none') return;
      const left = Math.round(scroller.scrollLeft / scroller.clientWidth) * scroller.clientWidth;
      if (Math.abs(scroller.scrollLeft - left) > 1) scroller.scrollTo({ left });
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    scroller.addEventListener('scrollend', onEnd);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      scroller.removeEventListener('scrollend', onEnd);
    };
  }, [scroller]);
  useEffect(() => {
    const tab = strip.current?.children[at];
    if (strip.current && tab instanceof HTMLElement)
      strip.current.scrollLeft = tab.offsetLeft - (strip.current.clientWidth - tab.offsetWidth) / 2;
  }, [at]);

  function show(index: number): void {
    scroller?.scrollTo({ left: index * scroller.clientWidth });
  }

  return (
    <nav ref={strip} className={styles.tabs} aria-label={board.columnTabs}>
      {tabs.map(({ name, count }, index) => (
        <button key={name} type="button" className={styles.tab} aria-current={index === at} onClick={() => show(index)}>
          {name} <span>{count}</span>
        </button>
      ))}
    </nav>
  );
}
