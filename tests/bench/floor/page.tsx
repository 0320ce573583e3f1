import { useVirtualizer } from '@tanstack/react-virtual';
import { type PointerEvent, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

// What a board in React cannot be faster than: an empty page, virtualised columns, the cards there already, and a card that is
// carried from its column to the last one, which begins empty.
const COLUMNS = 6;
const total = Number(new URLSearchParams(window.location.search).get('cards'));
const start = Array.from({ length: COLUMNS }, (_, column) =>
  Array.from({ length: Math.ceil((total - column) / COLUMNS) }, (_, at) => {
    const number = at * COLUMNS + column;
    return { id: number, name: `智能电气产业园建设项目${number}标段`, unit: `第${number % 40}责任单位`, lamp: number % 3 };
  }),
);
const lamps = ['红', '黄', '绿'];

type Card = (typeof start)[number][number];
type Carried = { card: Card; x: number; y: number };

function Face({ card }: { card: Card }) {
  return (
    <>
      <b>{lamps[card.lamp]}</b> <small>#{card.id}</small>
      <h3>{card.name}</h3>
      <p>{card.unit}</p>
    </>
  );
}

function Column({ name, cards, onLift }: { name: string; cards: Card[]; onLift: (card: Card) => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 134,
    overscan: 6,
    gap: 8,
  });
  return (
    <div ref={scroller} data-list="" data-column={name} style={{ height: '100vh', overflowY: 'auto', flex: 1 }}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((row) => {
          const card = cards[row.index];
          return (
            card && (
              <article
                key={row.key}
                data-card={card.id}
                data-column={name}
                onPointerDown={() => onLift(card)}
                style={{
                  position: 'absolute',
                  inset: '0 0 auto',
                  height: 134,
                  transform: `translateY(${row.start}px)`,
                  userSelect: 'none',
                }}
              >
                <Face card={card} />
              </article>
            )
          );
        })}
      </div>
    </div>
  );
}

function Board() {
  const [columns, setColumns] = useState([...start, []]);
  const [carried, setCarried] = useState<Carried | null>(null);
  const drop = ({ clientX, currentTarget }: PointerEvent): void => {
    if (!carried) return;
    setCarried(null);
    if (clientX < (currentTarget.clientWidth / (COLUMNS + 1)) * COLUMNS) return;
    setColumns((held) =>
      held.map((cards, at) =>
        at === COLUMNS ? [carried.card, ...cards] : cards.includes(carried.card) ? cards.filter((card) => card !== carried.card) : cards,
      ),
    );
  };
  return (
    <div
      style={{ display: 'flex', gap: 8, height: '100vh' }}
      onPointerMove={({ clientX, clientY }) => carried && setCarried({ ...carried, x: clientX, y: clientY })}
      onPointerUp={drop}
    >
      {columns.map((cards, at) => {
        const name = at === COLUMNS ? 'agenda' : `column ${at}`;
        return <Column key={name} name={name} cards={cards} onLift={(card) => setCarried({ card, x: 0, y: 0 })} />;
      })}
      {carried && (
        <div
          style={{
            position: 'fixed',
            inset: '0 auto auto 0',
            width: 220,
            transform: `translate(${carried.x}px, ${carried.y}px)`,
            pointerEvents: 'none',
          }}
        >
          <Face card={carried.card} />
        </div>
      )}
    </div>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<Board />);
