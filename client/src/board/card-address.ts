import { useCallback, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { addressToQuery, type BoardAddress } from '#shared/board/address.ts';
import type { Card } from '#shared/board/card.ts';

/**
 * The card that lies open as part of the address. Opening is a step of its own, so that the browser's way back closes
 * it; turning to another card is none.
 */
export function useCardAddress(address: BoardAddress) {
  const [, navigate] = useLocation();
  const latest = useRef(address);
  latest.current = address;
  /** Whether the step before this one is the board without the card. */
  const isStep = useRef(false);
  const go = useCallback(
    (card: Card['id'] | null, replace: boolean) => navigate(`/?${addressToQuery({ ...latest.current, card })}`, { replace }),
    [navigate],
  );
  return useMemo(
    () => ({
      open: ({ id }: Card) => {
        isStep.current = isStep.current || latest.current.card === null;
        go(id, latest.current.card !== null);
      },
      turn: (id: Card['id']) => go(id, true),
      close: () => {
        if (isStep.current) window.history.back();
        else go(null, true);
        isStep.current = false;
      },
    }),
    [go],
  );
}
