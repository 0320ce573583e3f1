import { createHash } from 'node:crypto';
import { type ImportReading, isOfProjects } from '#shared/imports/read.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { IdKind } from '#shared/kit/ids.ts';
import { runChange } from '../change.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import { newId } from '../kit/random.ts';
import type { Services } from '../services.ts';
import { applyBatch } from './apply.ts';
import * as imports from './store.ts';

/** Applies a reading from the command line, acting as the system, in the one district of the installation; says in Chinese what it did. */
export async function applyAsSystem(services: Services, reading: ImportReading, fileName: string, bytes: Uint8Array): Promise<string> {
  if (!isOfProjects(reading)) throw new DomainError('FILE_UNREADABLE', { reason: 'kind', kind: reading.kind });
  const [district, ...others] = await districts.list(services.store.db);
  if (!district) throw new DomainError('REFUSED', { reason: 'no-district' });
  if (others.length > 0) throw new DomainError('REFUSED', { reason: 'several-districts' });
  const now = services.clock();
  const make = <Kind extends IdKind>(kind: Kind) => newId(kind, now, services.random);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const applier = {
    now,
    actor: { ...events.systemActor, districtId: district.id },
    requestId: services.random.hex(8),
    auditKey: services.config.auditKey,
    newId: make,
  };
  const reach = { scope: 'district' as const, districtId: district.id, unitIds: null };
  const counts = await runChange(services, async (tx) => {
    const kept = { id: make('importBatch'), districtId: district.id, kind: reading.kind, fileName, sha256 };
    const batch = {
      ...kept,
      reading,
      createdAt: now,
      createdBy: events.systemActor.id,
      appliedAt: null,
      undoneAt: null,
      correction: null,
      version: 1,
    };
    await imports.insertBatch(tx, batch);
    await events.append(tx, applier, {
      action: 'import.read',
      id: batch.id,
      after: { fileName, sha256, kind: reading.kind, rows: reading.rows.length },
    });
    return applyBatch(tx, applier, reach, batch, { basis: null, only: null });
  });
  return `已写入“${district.name}”：新增 ${counts.created} 个项目，更新 ${counts.changed} 个，未变 ${counts.unchanged} 个，未采用 ${counts.leftOut} 行，新增单位 ${counts.units} 个。`;
}
