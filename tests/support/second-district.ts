import { runChange } from '#server/change.ts';
import { foundDistrict } from '#server/setup/found.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { World } from './world.ts';

/** Founds another district beside a world's own: what stands in it must not exist for the first one's people. */
export async function addDistrict(world: World): Promise<{ districtId: Id<'unit'>; officeUnitId: Id<'unit'> }> {
  const founding = { now: world.clock.now, requestId: 'founding', auditKey: world.services.config.auditKey, newId: world.newId };
  const { id: _id, version: _version, ...fields } = await world.as('office').districts.mine();
  return runChange(world.services, (tx) =>
    foundDistrict(
      tx,
      founding,
      {
        district: { ...fields, name: '外区', regionCode: '999998' },
        meeting: { weekday: 1, time: '09:00', place: '' },
        office: { name: '外区发展和改革局', shortName: '外发改' },
        admin: { username: 'admin-two', name: '乙管理员' },
        officeAccount: { username: 'office-two', name: '丙科长' },
      },
      { admin: 'no sign-in', office: 'no sign-in' },
    ),
  );
}
