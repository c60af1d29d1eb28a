/** Errors that a caller of the store handles. */
import type { Refusal } from '@keyway/core';

/** Thrown by a mutation's work to undo it; `mutate` returns its refusals. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusals: Refusal[];
  constructor(...refusals: Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '));
    this.refusals = refusals;
  }
}

/** A cursor that this list never gave out. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
  constructor() {
    super('This cursor is not one of this list.');
  }
}
