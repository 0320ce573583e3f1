import { useLocation } from 'wouter';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { seriesQuery, useSeriesChoices } from './series.ts';

/** Turns to another series' meeting, where there are several. */
export function SeriesChoice({ shown }: { shown: Id<'meetingSeries'> }) {
  const { series } = useMessages().meetings;
  const [, navigate] = useLocation();
  const choices = useSeriesChoices();
  if (choices.length === 0) return null;

  function turnTo(id: string): void {
    const chosen = choices.find((one) => one.id === id);
    if (chosen) navigate(`/meetings${seriesQuery(chosen)}`);
  }

  return (
    <div>
      <Segmented
        label={series.which}
        segments={choices.map(({ id, name }) => ({ value: id, label: name }))}
        value={shown}
        onValue={turnTo}
      />
    </div>
  );
}
