/**
 * Validates the values of one mutation's input and collects all refusals with their fields. What
 * depends on stored state is validated by the core and the store.
 */
import { isEmailAddress } from '@keyway/config';
import {
  validateImsOrgId,
  validateName,
  validateTenantId,
  validateVaultResourceId,
  refuse,
  type InputValidation,
  type Instant,
  type KeyIdentifier,
  type Refusal,
  type RefusalReason,
  type ValuesOf,
} from '@keyway/core';
import { Refused } from '@keyway/store';

/** The maximum number of characters, by kind of field. */
export const MAX_LENGTHS = {
  name: 200,
  text: 4000,
  identifier: 1000,
  idempotencyKey: 255,
  secret: 4000,
  certificate: 50_000,
} as const;

/** PostgreSQL stores no NUL, and a lone surrogate can't be encoded in UTF-8. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Paths of texts in plain JSON that can't be stored. */
function unstorable(value: unknown, path: string[]): string[][] {
  if (typeof value === 'string') return isStorable(value) ? [] : [path];
  if (Array.isArray(value))
    return value.flatMap((item, index) => unstorable(item, [...path, String(index)]));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => unstorable(item, [...path, key]));
  return [];
}

export class InputValidator {
  readonly #refusals: Refusal[] = [];

  refuse<R extends RefusalReason>(reason: R, field: string, ...values: ValuesOf<R>): void {
    this.#refusals.push(refuse(reason, [field], ...values));
  }

  add(refusal: Refusal): void {
    this.#refusals.push(refusal);
  }

  /**
   * Ends the mutation if anything was refused.
   * @throws Refused
   */
  pass(): void {
    if (this.#refusals.length > 0) throw new Refused(...this.#refusals);
  }

  #take(field: string, evaluation: InputValidation): string {
    if (evaluation.ok) return evaluation.value;
    this.add({ ...evaluation.refusal, field: [field] });
    return '';
  }

  name(field: string, value: string, limit: number = MAX_LENGTHS.name): string {
    const name = this.#take(field, validateName(value));
    return name === '' ? name : this.text(field, name, limit);
  }
  imsOrgId(field: string, value: string): string {
    return this.#take(field, validateImsOrgId(value));
  }
  /** Null and empty stay null. */
  tenantId(field: string, value: string | null | undefined): string | null {
    return value?.trim() ? this.#take(field, validateTenantId(value)) : null;
  }

  /** Null and empty stay null. Must be of the same vault as `key`, where that is known. */
  vaultResourceId(
    field: string,
    value: string | null | undefined,
    key: KeyIdentifier | null,
  ): string | null {
    return value?.trim() ? this.#take(field, validateVaultResourceId(value, key)) : null;
  }

  /** A text that is not empty, without outer spaces. */
  text(field: string, value: string, limit: number = MAX_LENGTHS.text): string {
    const trimmed = value.trim();
    if (trimmed === '') this.refuse('textMissing', field, { max: limit });
    if (trimmed.length > limit)
      this.refuse('textTooLong', field, { length: trimmed.length, max: limit });
    return trimmed;
  }

  /** Null and empty become null. */
  optionalText(
    field: string,
    value: string | null | undefined,
    limit: number = MAX_LENGTHS.text,
  ): string | null {
    return value?.trim() ? this.text(field, value, limit) : null;
  }

  /** One address, without outer spaces. */
  email(field: string, value: string): string {
    const trimmed = value.trim();
    if (!isEmailAddress(trimmed)) this.refuse('emailInvalid', field);
    return trimmed;
  }

  /** Unchanged: a secret may end in a space. */
  secret(field: string, value: string): string {
    if (value === '' || value.length > MAX_LENGTHS.secret)
      this.refuse('secretLength', field, { max: MAX_LENGTHS.secret });
    return value;
  }

  httpsUrl(field: string, value: string | null | undefined): string | null {
    const text = this.optionalText(field, value, MAX_LENGTHS.identifier);
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url?.protocol !== 'https:' || url.username || url.password)
      this.refuse('urlInvalid', field);
    return text;
  }

  /** Allows clocks to differ by a few minutes. */
  past(field: string, value: Instant | null | undefined, now: Instant): Instant | null {
    if (value && Date.parse(value) > Date.parse(now) + 5 * 60_000)
      this.refuse('timeInFuture', field, { now });
    return value ?? null;
  }

  future(field: string, value: Instant | null | undefined, now: Instant): Instant | null {
    if (value && value <= now) this.refuse('timeInPast', field, { now });
    return value ?? null;
  }
}

/**
 * The rules of every input: texts can be stored, and the idempotency key has a valid length.
 * @throws Refused
 */
export function validateEveryInput(input: { idempotencyKey?: string | null }): void {
  const validate = new InputValidator();
  const [first] = unstorable(input, []);
  if (first) throw new Refused(refuse('characterNotStorable', first));
  const key = input.idempotencyKey;
  if (typeof key === 'string' && (key === '' || [...key].length > MAX_LENGTHS.idempotencyKey)) {
    validate.refuse('idempotencyKeyLength', 'idempotencyKey', { max: MAX_LENGTHS.idempotencyKey });
  }
  validate.pass();
}
