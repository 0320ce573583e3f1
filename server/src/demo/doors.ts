import type { Actor } from '#shared/accounts/schema.ts';
import type { District } from '#shared/districts/schema.ts';
import { addMs, type Instant } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Asked } from '../route.ts';
import { appRouter } from '../router.ts';
import type { Services } from '../services.ts';
import { createCallerFactory, type RequestContext, reachOf } from '../trpc.ts';
import type { PlaceKey } from './places.ts';

const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;

/** The demo's clock: it is set to a moment, and each call takes a second of it. */
export type Walk = { now: Instant };

/** Somebody at the product's own doors, at the walk's moment. */
export function callerOf(services: Services, walk: Walk, actor: Actor | null, mustChangePassword = false): Caller {
  return createCaller(contextOf(services, walk, actor, mustChangePassword));
}

/** Somebody at the doors beside the procedures, through which files come in. */
export async function askedOf(services: Services, walk: Walk, actor: Actor, districtId: Id<'unit'>): Promise<Asked> {
  return { ctx: contextOf(services, walk, actor), actor, reach: await reachOf(services.store.db, actor, 'district', districtId) };
}

function contextOf(services: Services, walk: Walk, actor: Actor | null, mustChangePassword = false): RequestContext {
  walk.now = addMs(walk.now, 1000);
  return {
    services,
    db: services.store.db,
    now: walk.now,
    requestId: services.random.hex(8),
    address: '127.0.0.1',
    actor,
    mustChangePassword,
    sessionKey: null,
    setCookie: () => undefined,
  };
}

export type Role = 'admin' | 'office' | 'reviewer' | 'leader' | 'inspector1' | 'inspector2' | 'inspector3' | 'auditor';

/** The demo district once it is founded: who works there, and how they reach their procedures. */
export type Town = {
  district: District;
  officeUnitId: Id<'unit'>;
  unitOf: (key: PlaceKey) => Id<'unit'>;
  walk: Walk;
  as: (who: Role) => Caller;
  /** The same person where files come in. */
  asked: (who: Role) => Promise<Asked>;
  /** The officer of a unit. */
  officerOf: (place: PlaceKey) => Caller;
  /** The same person where files come in. */
  askedOfficer: (place: PlaceKey) => Promise<Asked>;
};
