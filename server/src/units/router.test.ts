import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDistrict } from '#tests/support/second-district.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

for (const dialect of dialects) {
  describe(`units on ${dialect}`, () => {
    let world: World;
    beforeEach(async () => {
      world = await openWorld({ dialect });
    });
    afterEach(() => world?.close());

    const office = () => world.as('office').units;
    const refusal = (reason: string) => ({ cause: { code: 'REFUSED', details: { reason } } });

    async function unit(id: string) {
      const found = (await office().list()).find((each) => each.id === id);
      if (!found) throw new Error(id);
      const { id: own, name, shortName, active, version } = found;
      return { id: own, name, shortName, active, version };
    }

    test('a unit is made, renamed, moved, closed and opened again, each with its event', async () => {
      const made = await office().create({ parentId: world.units.housing.id, name: '保障房中心', shortName: '保障中心', kind: 'bureau' });
      await office().update({ ...(await unit(made.id)), name: '住房保障中心' });
      await office().update({ ...(await unit(made.id)), parentId: world.units.water.id });
      await office().update({ ...(await unit(made.id)), active: false });
      await office().update({ ...(await unit(made.id)), active: true });
      expect(await unit(made.id)).toMatchObject({ name: '住房保障中心', active: true, version: 5 });
      const log = await world.db.selectFrom('event').select('action').where('entityId', '=', made.id).orderBy('seq').execute();
      expect(log.map((event) => event.action)).toEqual(['unit.created', ...Array(4).fill('unit.updated')]);
    });

    test('a unit does not come to stand below itself', async () => {
      const below = await world.addUnit('保障房中心', world.units.housing.id);
      const housing = await unit(world.units.housing.id);
      await expect(office().update({ ...housing, parentId: below.id })).rejects.toMatchObject(refusal('unit-cycle'));
      await expect(office().update({ ...housing, parentId: housing.id })).rejects.toMatchObject(refusal('unit-cycle'));
      expect(await unit(housing.id)).toEqual(housing);
    });

    test('a unit with accounts, projects or units below it is not closed', async () => {
      const { housing, water } = world.units;
      await expect(office().update({ ...(await unit(housing.id)), active: false })).rejects.toMatchObject(refusal('unit-has-accounts'));
      await world.addProject({ name: '示例水厂', unitId: water.id });
      await expect(office().update({ ...(await unit(water.id)), active: false })).rejects.toMatchObject(refusal('unit-has-projects'));
      const town = await world.addUnit('青石镇');
      const village = await world.addUnit('青石村', town.id);
      await expect(office().update({ ...(await unit(town.id)), active: false })).rejects.toMatchObject(refusal('unit-has-units'));
      await office().update({ ...(await unit(village.id)), active: false });
      await office().update({ ...(await unit(town.id)), active: false });
      await expect(office().update({ ...(await unit(village.id)), active: true })).rejects.toMatchObject(refusal('unit-parent-inactive'));
    });

    test('two units of one district do not look the same', async () => {
      const name = '住\u200b建局 ';
      const twin = office().create({ parentId: world.districtId, name, shortName: '住建', kind: 'bureau' });
      await expect(twin).rejects.toMatchObject(refusal('unit-name-taken'));
      await expect(office().update({ ...(await unit(world.units.water.id)), name: '住建局' })).rejects.toMatchObject(
        refusal('unit-name-taken'),
      );
    });

    test('the district’s own unit keeps its name and place; a district is not made as a unit', async () => {
      const root = await unit(world.districtId);
      await expect(office().update({ ...root, name: '别的区' })).rejects.toMatchObject(refusal('unit-is-district'));
      await expect(office().update({ ...root, active: false })).rejects.toMatchObject(refusal('unit-is-district'));
      const district = office().create({ parentId: world.districtId, name: '新区', shortName: '新区', kind: 'district' });
      await expect(district).rejects.toMatchObject(refusal('unit-kind'));
    });

    test('renaming the district renames its unit with it', async () => {
      const district = await world.as('office').districts.mine();
      await world.as('office').districts.update({ ...district, name: '新示例区' });
      expect((await unit(world.districtId)).name).toBe('新示例区');
    });

    test('an officer reaches what stands below the own unit, from the moment it does', async () => {
      const centre = await world.addUnit('保障房中心', world.units.water.id);
      const project = await world.addProject({ name: '示例安置房', unitId: centre.id });
      await expect(world.as('officer').projects.get({ id: project.id })).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
      await office().update({ ...(await unit(centre.id)), parentId: world.units.housing.id });
      expect(await world.as('officer').projects.get({ id: project.id })).toBeTruthy();
      await office().update({ ...(await unit(centre.id)), parentId: world.units.water.id });
      await expect(world.as('officer').projects.get({ id: project.id })).rejects.toMatchObject({ cause: { code: 'NOT_FOUND' } });
    });

    test('another district’s units are neither listed, nor changed, nor a place to move to', async () => {
      const { districtId: other } = await addDistrict(world);
      expect((await office().list()).map((each) => each.districtId)).not.toContain(other);
      expect((await world.as('admin').units.list()).map((each) => each.districtId)).toContain(other);
      const missing = { cause: { code: 'NOT_FOUND' } };
      await expect(office().create({ parentId: other, name: '外区局', shortName: '外', kind: 'bureau' })).rejects.toMatchObject(missing);
      await expect(office().update({ id: other, name: '外区', shortName: '外', active: true, version: 1 })).rejects.toMatchObject(missing);
      await expect(office().update({ ...(await unit(world.units.water.id)), parentId: other })).rejects.toMatchObject(missing);
      // Not even the administrator moves a unit with its records from one district into another.
      await expect(world.as('admin').units.update({ ...(await unit(world.units.water.id)), parentId: other })).rejects.toMatchObject(
        missing,
      );
    });

    test('an account above the districts does not get the whole installation’s units', async () => {
      const above = world.as({ ...world.actors.office, districtId: null });
      await expect(above.units.list()).rejects.toMatchObject({ cause: { code: 'FORBIDDEN' } });
    });
  });
}
