/**
 * The closed set of refusals that cross the wire. The server maps each to a transport code,
 * the client to a sentence that says what happened, what was kept and what to do.
 */
export const errorCodes = [
  'INVALID',
  'SIGN_IN_REQUIRED',
  'SIGN_IN_FAILED',
  'LOCKED_OUT',
  'PASSWORD_TOO_WEAK',
  'PASSWORD_MUST_CHANGE',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'REFUSED',
  'ALREADY_SET_UP',
  'SETUP_LINK_INVALID',
  'TOO_LARGE',
  'TOO_MANY_REQUESTS',
  'FILE_UNREADABLE',
  'FILE_TYPE_REFUSED',
  'STORAGE_FAILED',
  'INTERNAL',
] as const;
/** One of the refusals that cross the wire; what an act itself refuses is `REFUSED` with its own reason. */
export type ErrorCode = (typeof errorCodes)[number];

/** Facts that the message needs: which field, which limit, the newer row. Plain JSON. */
export type ErrorDetails = Record<string, unknown>;

/** The only error that our own code throws on purpose. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

/** Why an act is refused: a reason from the act's own closed set, with the facts that explain it. */
export type Refusal<Reason extends string = string> = { reason: Reason } & Record<string, unknown>;

/** Throws `REFUSED` with the reason that a `whyNot…` rule gave; passes on null. */
export function refuse(refusal: Refusal | null): void {
  if (refusal) throw new DomainError('REFUSED', refusal);
}

/** Marks a branch that the types have ruled out; a new member of a union breaks the build here. */
export function assertNever(value: never): never {
  throw new DomainError('INTERNAL', { unexpected: String(value) });
}
