import { afterEach, describe, expect, it } from 'vitest';
import type { Actor } from '#shared/accounts/schema.ts';
import { day, instantAt, Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { AddPhoto } from '#shared/photos/schema.ts';
import type { Project } from '#shared/projects/schema.ts';
import { refused } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const week = Week.parse('2026-W44');

/** A JPEG of no size: its segments, a scan and its end. `mark` makes another picture of it. */
const picture = (mark = 0) => new Uint8Array([0xff, 0xd8, 0xff, 0xfe, 0, 3, mark, 0xff, 0xda, 0, 3, 1, 0x12, 0x34, 0xff, 0xd9]);

for (const dialect of dialects) {
  describe(`photos on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    /** What the upload leaves behind: bytes in the store, and a row that says who sent them. */
    async function received(who: Actor, bytes: Uint8Array, name = '现场.jpg'): Promise<Id<'file'>> {
      const id = world.newId('file');
      const sha256 = await world.services.files.put(bytes);
      const { now: receivedAt } = world.clock;
      await world.db
        .insertInto('file')
        .values({
          id,
          districtId: world.districtId,
          sha256,
          size: bytes.length,
          mediaType: 'image/jpeg',
          name,
          receivedAt,
          receivedBy: who.id,
          boundAt: null,
        })
        .execute();
      return id;
    }

    async function photo(who: Actor, project: Pick<Project, 'id'>, bytes: Uint8Array, fields: Partial<AddPhoto> = {}): Promise<AddPhoto> {
      return {
        ...{ projectId: project.id, fileId: await received(who, bytes), title: '现场照片', week, visitId: null },
        ...{ takenAt: '2026-10-29T14:36', latitude: 39_734_000, longitude: 115_987_833, originalSha256: null },
        ...fields,
      };
    }

    it('a photo hangs on the week with what its camera noted, and the log keeps its hash', async () => {
      world = await openWorld({ dialect });
      const { officer } = world.actors;
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
      await world.as('officer').photos.add(await photo(officer, project, picture()));
      const listed = await world.as('leader').photos.list({ projectId: project.id, week, visitId: null });
      expect(listed).toMatchObject([
        { week, visitId: null, takenAt: '2026-10-29T14:36', latitude: 39_734_000, longitude: 115_987_833, addedBy: '罗科员', alsoAt: [] },
      ]);
      const [event] = await world.as('office').projects.history({ id: project.id });
      expect(event?.action).toBe('attachment.added');
      expect(JSON.parse(event?.after ?? '{}')).toMatchObject({ sha256: listed[0]?.sha256, kind: 'photo' });
    });

    it('the same photo used twice is pointed out, by its bytes or by the camera’s own file; another unit’s project keeps its name', async () => {
      world = await openWorld({ dialect });
      const { officer, office } = world.actors;
      const mine = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
      const theirs = await world.addProject({ name: '西泉水库除险加固', unitId: world.units.water.id });
      const originalSha256 = 'c'.repeat(64);
      world.clock.now = instantAt(day('2026-10-22'), '10:00');
      await world.as('officer').photos.add(await photo(officer, mine, picture(), { week: Week.parse('2026-W43'), originalSha256 }));
      world.clock.now = instantAt(day('2026-10-29'), '15:20');
      await world.as('office').photos.add(await photo(office, theirs, picture()));
      await world.as('officer').photos.add(await photo(officer, mine, picture(7), { originalSha256 }));
      const asked = { projectId: mine.id, week, visitId: null };
      expect((await world.as('officer').photos.list(asked))[0]?.alsoAt).toMatchObject([{ projectName: mine.name, week: '2026-W43' }]);
      const last = { projectId: mine.id, week: Week.parse('2026-W43'), visitId: null };
      const names = async (who: 'officer' | 'office') =>
        (await world.as(who).photos.list(last))[0]?.alsoAt.map((other) => other.projectName);
      expect(await names('officer')).toEqual([null, mine.name]);
      expect(await names('office')).toEqual([theirs.name, mine.name]);
    });

    it('sent again under its key a photo hangs once, and goes again when it is removed', async () => {
      world = await openWorld({ dialect });
      const { officer } = world.actors;
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
      const key = '018f3c5e-7a51-4c0e-9d0e-0123456789ab';
      const sent = await world.as('officer').photos.add(await photo(officer, project, picture(), { key }));
      expect(await world.as('officer').photos.add(await photo(officer, project, picture(), { key }))).toEqual(sent);
      const asked = { projectId: project.id, week, visitId: null };
      const [only, ...others] = await world.as('officer').photos.list(asked);
      expect(others).toEqual([]);
      await world.as('officer').attachments.remove({ id: sent.id, version: only?.version ?? 0 });
      expect(await world.as('officer').photos.list(asked)).toEqual([]);
    });

    it('what is no plain picture, belongs nowhere, to a week to come, to a visit of the office or to another unit is refused', async () => {
      world = await openWorld({ dialect });
      const { officer, office } = world.actors;
      const project = await world.addProject({ name: '河东片区排水防涝管网提升工程' });
      const foreign = await world.addProject({ name: '西泉水库除险加固', unitId: world.units.water.id });
      const visit = await world
        .as('office')
        .visits.record({ projectId: project.id, visitedOn: day('2026-10-28'), visitors: '项目办', finding: 'incomplete', note: null });
      const script = new TextEncoder().encode('<svg onload="alert(1)"/>');
      const behind = new Uint8Array([...picture(), ...new TextEncoder().encode('<script>alert(1)</script>')]);
      const cases: [AddPhoto, object][] = [
        [await photo(officer, project, script), { details: { reason: 'photo-not-a-picture' } }],
        [await photo(officer, project, behind), { details: { reason: 'photo-more-than-a-picture' } }],
        [await photo(officer, project, picture(), { week: null }), { details: { reason: 'photo-without-place' } }],
        [await photo(officer, project, picture(), { week: Week.parse('2026-W45') }), { details: { reason: 'week-not-open' } }],
        [await photo(officer, project, picture(), { week: null, visitId: visit.id }), { details: { reason: 'not-your-part' } }],
        [await photo(officer, foreign, picture()), { code: 'NOT_FOUND' }],
        [await photo(office, project, picture()), { code: 'NOT_FOUND' }],
      ];
      for (const [input, failure] of cases)
        expect(await refused(world, () => world.as('officer').photos.add(input))).toMatchObject(failure);
      await world.as('office').photos.add(await photo(office, project, picture(), { week: null, visitId: visit.id }));
      expect(await world.as('officer').photos.list({ projectId: project.id, week: null, visitId: visit.id })).toHaveLength(1);
    });
  });
}
