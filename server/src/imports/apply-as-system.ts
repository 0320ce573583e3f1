import type { ImportKind } from '#shared/imports/fields.ts';
import { assertNever, DomainError } from '#shared/kit/errors.ts';
import type { IdKind } from '#shared/kit/ids.ts';
import { runChange } from '../change.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import { newId } from '../kit/random.ts';
import type { Services } from '../services.ts';
import { type Applied, applyBatch } from './apply.ts';
import { keepFile } from './keep.ts';
import type { Understood } from './understand.ts';

/** Applies a reading from the command line, acting as the system, in the one district of the installation; says in Chinese what it did. */
export async function applyAsSystem(services: Services, understood: Understood, fileName: string, bytes: Uint8Array): Promise<string> {
  const [district, ...others] = await districts.list(services.store.db);
  if (!district) throw new DomainError('REFUSED', { reason: 'no-district' });
  if (others.length > 0) throw new DomainError('REFUSED', { reason: 'several-districts' });
  const now = services.clock();
  const make = <Kind extends IdKind>(kind: Kind) => newId(kind, now, services.random);
  const applier = {
    now,
    actor: { ...events.systemActor, districtId: district.id },
    requestId: services.random.hex(8),
    auditKey: services.config.auditKey,
    newId: make,
  };
  const reach = { scope: 'district' as const, districtId: district.id, unitIds: null };
  const counts = await runChange(services, async (tx) => {
    const batch = await keepFile(tx, applier, district.id, { name: fileName, bytes }, understood);
    return applyBatch(tx, applier, reach, batch, { basis: null, only: null });
  });
  return told(district.name, understood.reading.kind, counts);
}

/** What was written, by what the list is a list of. */
function told(district: string, kind: ImportKind, { created, changed, unchanged, leftOut, units }: Applied): string {
  const rest = `未变 ${unchanged} 个，未采用 ${leftOut} 行`;
  switch (kind) {
    case 'key-projects':
    case 'reconstruction':
      return `已写入“${district}”：新增 ${created} 个项目，更新 ${changed} 个，${rest}，新增单位 ${units} 个。`;
    case 'weekly':
      return `已写入“${district}”：新填报 ${created} 个项目，更正 ${changed} 个，${rest}。`;
    case 'approvals':
      return `已写入“${district}”：${created + changed} 个项目的手续，${rest}。`;
    case 'monthly':
      return `已写入“${district}”：新定计划 ${created} 个项目，更新 ${changed} 个，${rest}。`;
    default:
      return assertNever(kind);
  }
}
