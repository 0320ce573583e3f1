import { builtInTemplates } from '#shared/approvals/presets.ts';
import type { KeepStepTemplate, StepTemplate, TemplateKind } from '#shared/approvals/templates.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as templates from './template-store.ts';

type Keeper = Parameters<typeof events.append>[1] & { actor: { name: string }; newId: (kind: 'stepTemplate') => Id<'stepTemplate'> };

/** Keeps one more edition of a template. */
export async function keep(tx: Tx, ctx: Keeper, wanted: KeepStepTemplate & { districtId: Id<'unit'> }): Promise<StepTemplate> {
  const template: StepTemplate = {
    ...wanted,
    id: ctx.newId('stepTemplate'),
    edition: wanted.edition + 1,
    keptAt: ctx.now,
    keptByName: ctx.actor.name,
  };
  await templates.insert(tx, template);
  await events.append(tx, ctx, { action: 'stepTemplate.kept', id: template.id, after: template });
  return template;
}

/** The edition that steps are made from; what is built in becomes the district's first edition when it is first used. */
export async function keptTemplate(tx: Tx, ctx: Keeper, districtId: Id<'unit'>, kind: TemplateKind): Promise<StepTemplate> {
  return (
    (await templates.latest(tx, districtId, kind)) ?? keep(tx, ctx, { districtId, kind, edition: 0, steps: [...builtInTemplates[kind]] })
  );
}
