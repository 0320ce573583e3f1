import { z } from 'zod';
import { Day } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { Money } from '../kit/money.ts';

/** What the statistics bureau asks for, in the order in which it is gathered; which of them a project needs, `papers.ts` says. */
export const RegistrationPaper = z.enum(['approval', 'contract', 'photo', 'creditCode', 'application', 'passed', 'statement']);
export type RegistrationPaper = z.infer<typeof RegistrationPaper>;

const Holder = z.string().trim().min(2).max(100).nullable();

/** What stands in the papers and has to agree: who, when, how much (yuan); null where it was not copied out yet. */
export const RegistrationFacts = z.strictObject({
  /** 批文单位, whom the project was approved for. */
  approvedFor: Holder,
  /** 申报单位, who hands it in. */
  declaredBy: Holder,
  /** 合同甲方. */
  contractOwner: Holder,
  approvedOn: Day.nullable(),
  contractOn: Day.nullable(),
  approvedTotal: Money.nullable(),
  declaredTotal: Money.nullable(),
});
export type RegistrationFacts = z.infer<typeof RegistrationFacts>;

/** 入库纳统: entry into the statistics bureau's project base. Handed in, it may come back (退回) and be handed in again. */
export const Registration = z.strictObject({
  id: idOf('registration'),
  projectId: idOf('project'),
  submittedOn: Day.nullable(),
  /** When the bureau last gave it back, and why; handed in again later it is under way once more. */
  returnedOn: Day.nullable(),
  returnedReason: z.string().trim().min(2).max(200).nullable(),
  registeredOn: Day.nullable(),
  note: z.string().max(300).nullable(),
  /** The papers that are at hand. */
  papers: z.array(RegistrationPaper).max(RegistrationPaper.options.length),
  facts: RegistrationFacts,
  version: z.number().int().positive(),
});
export type Registration = z.infer<typeof Registration>;

/** What is not given stays as it is. `version` is 0 where the project has no registration on record yet. */
export const SetRegistration = Registration.omit({ id: true })
  .partial({ returnedOn: true, returnedReason: true, papers: true, facts: true })
  .extend({ version: z.number().int().min(0) });
export type SetRegistration = z.infer<typeof SetRegistration>;
