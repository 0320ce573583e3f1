import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Document, NumberInline, Quantity } from '#shared/documents/model.ts';
import { assertNever } from '#shared/kit/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { boardQuery } from '../board/data.ts';
import styles from './BulletinPage.module.css';

/** A number's label and the projects that it was worked out from. */
export function Provenance({ number, document }: { number: NumberInline; document: Document }) {
  const { bulletins } = useMessages();
  const trpc = useTRPC();
  const ids = idsOf(number, document);
  const board = useQuery(boardQuery(trpc));
  const named = board.data?.cards.filter((card) => ids.has(card.id)) ?? [];
  return (
    <div>
      <p className={styles.source}>
        <b>{number.text}</b> {number.source.label}
      </p>
      <p className={styles.fact}>{number.put ? bulletins.rowsDrafted(ids.size) : bulletins.rows(ids.size)}</p>
      <ul className={styles.rows}>
        {named.map((card) => (
          <li key={card.id}>
            <Link href={`/projects/${card.id}`}>{card.name}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function idsOf(number: NumberInline, document: Document): Set<string> {
  const { formula } = number.source;
  switch (formula.kind) {
    case 'quantity':
      return rowsOf(formula.quantity, document);
    case 'ratio':
      return rowsOf(formula.base, document);
    case 'change':
      return rowsOf(formula.now, document);
    default:
      return assertNever(formula);
  }
}

function rowsOf({ rows }: Quantity, document: Document): Set<string> {
  return new Set('one' in rows ? [rows.one] : (document.rowSets[rows.set]?.ids ?? []));
}
