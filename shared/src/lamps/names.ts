import type { Bilingual, DimensionId, KnownDimension } from './schema.ts';

const known: { readonly [D in KnownDimension]: Bilingual } = {
  progress: { zh: '投资进度', en: 'Investment' },
  start: { zh: '开工', en: 'Start' },
  registration: { zh: '入库', en: 'Registration' },
  payment: { zh: '支付', en: 'Payment' },
  approvals: { zh: '手续', en: 'Approvals' },
};

/** What a dimension is called: by its rule set, else by the name of the known one. */
export function dimensionName({ id, name }: { id: DimensionId; name: Bilingual | null }): Bilingual {
  const found = Object.entries(known).find(([one]) => one === id);
  return name ?? found?.[1] ?? { zh: id, en: id };
}
