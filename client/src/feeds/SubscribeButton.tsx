import { useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { FeedDialog } from './FeedDialog.tsx';

/** Opens the own link to the calendar of meetings. */
export function SubscribeButton() {
  const { feeds } = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="text" icon="calendar" onClick={() => setOpen(true)}>
        {feeds.open}
      </Button>
      {isOpen && <FeedDialog onClose={() => setOpen(false)} />}
    </>
  );
}
