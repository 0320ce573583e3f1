import { useState } from 'react';

const fields = 'input:not([type="hidden"], :disabled), select:not(:disabled), textarea:not(:disabled)';

/**
 * Where focus goes when a layer opens and when it closes. Radix returns it to its own trigger only,
 * and ours are opened by state: a card, a key, an answer of the server.
 */
export function useLayerFocus() {
  // Taken while rendering: later the layer's own fields may already have it.
  const [opener] = useState(() => document.activeElement);
  return {
    /** The first field, else the layer itself: a key pressed in haste must not hit a button. */
    onOpenAutoFocus: (event: Event) => {
      event.preventDefault();
      if (!(event.target instanceof HTMLElement)) return;
      const field = event.target.querySelector<HTMLElement>(fields);
      (field ?? event.target).focus();
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
  };
}
