import { useQuery } from '@tanstack/react-query';
import { useSearch } from 'wouter';
import { type Id, idOf } from '#shared/kit/ids.ts';
import type { NamedSeries } from '#shared/meetings/inputs.ts';
import { useTRPC } from '../app/trpc.ts';

type Own = { id: Id<'meetingSeries'>; isDefault: boolean };

/** The series that the address names; nothing is the district's own. */
export function useSeriesParam(): NamedSeries {
  const named = idOf('meetingSeries').safeParse(new URLSearchParams(useSearch()).get('series'));
  return named.success ? { seriesId: named.data } : {};
}

/** What the address of a meeting's page ends in: the series, unless it is the district's own. */
export function seriesQuery({ id, isDefault }: Own): string {
  return isDefault ? '' : `?series=${id}`;
}

/** The open series by name, where there are several to choose from. */
export function useSeriesChoices() {
  const { data = [] } = useQuery(useTRPC().series.choices.queryOptions());
  return data.length > 1 ? data : [];
}
