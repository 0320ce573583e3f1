import { z } from 'zod';
import { emailFor, masked, maskedEmail, phoneFor } from '#shared/contacts/phone.ts';
import { AddContact, Contact, UpdateContact } from '#shared/contacts/schema.ts';
import { idOf } from '#shared/kit/ids.ts';
import * as events from '../events/store.ts';
import { router, signedIn } from '../trpc.ts';
import * as units from '../units/store.ts';
import * as contacts from './store.ts';

/** The log is kept for ever and read by auditors: it names number and address, and does not hold them. */
function logged(contact: Contact): Contact {
  const { phone, email } = contact;
  return { ...contact, phone: phone && masked(phone), email: email && maskedEmail(email) };
}

export const contactsRouter = router({
  /** A unit's contacts; a number stands whole only for who has to call it. */
  ofUnit: signedIn.input(z.strictObject({ unitId: idOf('unit') })).query(async ({ ctx, input }) => {
    const unit = await units.reached(ctx.db, ctx, input.unitId);
    const own = ctx.actor.role === 'officer' ? await units.subtreeIds(ctx.db, ctx.actor.unitId) : [];
    const found = await contacts.ofUnit(ctx.db, unit.id);
    const isOwn = own.includes(unit.id);
    return found.map((contact) => ({
      ...contact,
      phone: phoneFor(contact.phone, ctx.actor, isOwn),
      email: emailFor(contact.email, ctx.actor, isOwn),
    }));
  }),

  add: signedIn.input(AddContact).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      await units.reached(tx, ctx, input.unitId);
      const contact: Contact = { ...input, id: ctx.newId('contact'), version: 1 };
      await contacts.insert(tx, contact);
      await events.append(tx, ctx, { action: 'contact.added', id: contact.id, after: logged(contact) });
      return contact;
    }),
  ),

  update: signedIn.input(UpdateContact).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await contacts.load(tx, input.id);
      await units.reached(tx, ctx, before.unitId, 'contact');
      const after = await contacts.save(tx, { ...before, ...input });
      await events.append(tx, ctx, { action: 'contact.updated', id: after.id, before: logged(before), after: logged(after) });
      return after;
    }),
  ),

  remove: signedIn.input(Contact.pick({ id: true, version: true })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await contacts.load(tx, input.id);
      await units.reached(tx, ctx, before.unitId, 'contact');
      await contacts.remove(tx, input);
      await events.append(tx, ctx, { action: 'contact.removed', id: before.id, before: logged(before) });
      return { ok: true };
    }),
  ),
});
