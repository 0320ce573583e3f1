import { dayOf, Month } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import * as districts from '../districts/store.ts';
import { sendDocx } from '../documents/route.ts';
import { type ContextOf, guardedRoute } from '../route.ts';
import { composeBulletin } from './compose.ts';
import * as bulletins from './store.ts';

/** A month's bulletin as it stands, as a Word file: to be read and marked before it is issued. */
export function bulletinRoute(contextOf: ContextOf) {
  return guardedRoute(contextOf, 'bulletins.view', async ({ ctx, reach }, request, response) => {
    const month = Month.safeParse(request.params['month']);
    if (!month.success) throw new DomainError('NOT_FOUND', { entity: 'bulletin' });
    const district = await districts.load(ctx.db, reach.districtId);
    const begun = (await bulletins.ofMonth(ctx.db, district.id, month.data)) ?? { id: null, month: month.data };
    const { document } = await composeBulletin(ctx.db, district, begun, dayOf(ctx.now), null);
    sendDocx(response, document);
  });
}
