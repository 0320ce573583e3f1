import type { Instant } from '#shared/kit/calendar.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import { USUAL_LENGTH, USUAL_RULES } from '#shared/meetings/series.ts';
import type { CompleteSetup } from '#shared/setup/schema.ts';
import * as accounts from '../accounts/store.ts';
import * as calendar from '../calendar/store.ts';
import type { Tx } from '../db/tables.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import * as allSeries from '../meetings/series-store.ts';
import * as units from '../units/store.ts';

type Founding = { now: Instant; requestId: string; auditKey: string; newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

/** Lays a district's ground: its unit and settings, the office's unit, the calendar, and the first two accounts. */
export async function foundDistrict(
  tx: Tx,
  founding: Founding,
  input: Pick<CompleteSetup, 'district' | 'meeting' | 'office'> & {
    admin: Omit<CompleteSetup['admin'], 'password'>;
    officeAccount: Omit<CompleteSetup['officeAccount'], 'password'>;
  },
  passwordHashes: { admin: string; office: string },
): Promise<{ districtId: Id<'unit'>; officeUnitId: Id<'unit'> }> {
  const { newId, now } = founding;
  const districtId = newId('unit');
  const officeUnitId = newId('unit');
  const { name } = input.district;
  await units.insert(tx, {
    id: districtId,
    parentId: null,
    districtId,
    name,
    shortName: name.slice(0, 20),
    kind: 'district',
    active: true,
    version: 1,
  });
  await districts.insert(tx, { ...input.district, id: districtId, version: 1 });
  await units.insert(tx, {
    id: officeUnitId,
    parentId: districtId,
    districtId,
    name: input.office.name,
    shortName: input.office.shortName,
    kind: 'office',
    active: true,
    version: 1,
  });
  const account = { unitId: officeUnitId, passwordChangedAt: now, mustChangePassword: 0, active: 1, version: 1 } as const;
  await accounts.insert(tx, {
    ...account,
    id: newId('account'),
    username: input.admin.username,
    name: input.admin.name,
    role: 'admin',
    passwordHash: passwordHashes.admin,
  });
  await accounts.insert(tx, {
    ...account,
    id: newId('account'),
    username: input.officeAccount.username,
    name: input.officeAccount.name,
    role: 'office',
    passwordHash: passwordHashes.office,
  });
  await calendar.enterBuiltIn(tx);
  await allSeries.insert(tx, {
    ...{ id: newId('meetingSeries'), districtId, name: '重点项目推进周例会', isDefault: true, kind: null, ...input.meeting },
    ...{ host: null, attendees: null, length: USUAL_LENGTH, rules: USUAL_RULES },
    ...{ firstNumber: 1, firstYear: null, closedOn: null, version: 1 },
  });
  await events.append(
    tx,
    { ...founding, actor: { ...events.systemActor, districtId } },
    { action: 'system.setUp', id: districtId, after: input.district },
  );
  return { districtId, officeUnitId };
}
