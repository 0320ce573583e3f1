import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Month } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';

/** Works a cut month out again by the rules of its time, and says whether every lamp is the one that was kept. */
export function Recheck({ month }: { month: Month }) {
  const { kit, lampMonth: words } = useMessages();
  const trpc = useTRPC();
  const [isAsked, setIsAsked] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({ ...trpc.lamps.recheck.queryOptions({ month }), enabled: isAsked });
  const said = data && [
    data.differing.length === 0 ? words.same(data.rated) : words.differing(data.differing.length),
    data.unknown > 0 ? words.unknown(data.unknown) : null,
  ];
  return (
    <>
      <Button size="small" busy={isFetching} onClick={() => (isAsked ? void refetch() : setIsAsked(true))}>
        {isFetching ? words.rechecking : words.recheck}
      </Button>
      <span role="status">{said && !isFetching && kit.apart(said)}</span>
      <SaveError error={error} />
    </>
  );
}
