import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';

// What a board in React cannot be faster than: an empty page, virtualised columns, and the cards there already.
const COLUMNS = 6;
const total = Number(new URLSearchParams(window.location.search).get('cards'));
const columns = Array.from({ length: COLUMNS }, (_, column) =>
  Array.from({ length: Math.ceil((total - column) / COLUMNS) }, (_, at) => {
    const number = at * COLUMNS + column;
    return { id: number, name: `智能电气产业园建设项目${number}标段`, unit: `第${number % 40}责任单位`, lamp: number % 3 };
  }),
);
const lamps = ['红', '黄', '绿'];

function Column({ cards }: { cards: (typeof columns)[number] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 134,
    overscan: 6,
    gap: 8,
  });
  return (
    <div ref={scroller} style={{ height: '100vh', overflowY: 'auto', flex: 1 }}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((row) => {
          const card = cards[row.index];
          return (
            card && (
              <article
                key={row.key}
                data-card={card.id}
                style={{ position: 'absolute', inset: '0 0 auto', height: 134, transform: `translateY(${row.start}px)` }}
              >
                <b>{lamps[card.lamp]}</b> <small>#{card.id}</small>
                <h3>{card.name}</h3>
                <p>{card.unit}</p>
              </article>
            )
          );
        })}
      </div>
    </div>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <div style={{ display: 'flex', gap: 8, height: '100vh' }}>
    {columns.map((cards, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change
      <Column key={at} cards={cards} />
    ))}
  </div>,
);
