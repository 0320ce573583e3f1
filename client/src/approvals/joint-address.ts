import { JointBehind } from '#shared/approvals/joint.ts';

export type Behind = JointBehind;

/** The page of the items that one count counts; the address names the count, so that it can be sent on. */
export function behindHref({ slice, key, show }: Behind): string {
  return `/approvals/counts/rows?${new URLSearchParams({ by: slice, of: key, show })}`;
}

/** The count that an address names; all that is owed where it names none. */
export function behindOf(query: string): Behind {
  const asked = new URLSearchParams(query);
  const given = { slice: asked.get('by') ?? 'all', key: asked.get('of') ?? '', show: asked.get('show') ?? 'owed' };
  return JointBehind.safeParse(given).data ?? { slice: 'all', key: '', show: 'owed' };
}
