import { useQuery } from '@tanstack/react-query';
import type { Unit } from '#shared/units/schema.ts';
import { useTRPC } from '../app/trpc.ts';
import type { Option } from '../kit/Select.tsx';

/** The units in use, to choose one from. */
export function useUnitOptions(): readonly Option<Unit['id']>[] {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.units.list.queryOptions(undefined, { staleTime: 5 * 60_000 }));
  return (data ?? []).filter((unit) => unit.active).map((unit) => ({ value: unit.id, label: unit.shortName }));
}
