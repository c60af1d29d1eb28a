/**
 * Validates what people type about an organization, for forms, API and import. The caller adds the
 * field to a refusal.
 */
import { isGuid } from './guid.ts';
import { refuse, type Refusal } from './refusal.ts';

/**
 * The normalized value, or why the text is refused. The refusal has no field; the caller adds it.
 */
export type InputValidation = { ok: true; value: string } | { ok: false; refusal: Refusal };

/** Anything that is not text counts as empty. */
const textOf = (given: unknown): string => (typeof given === 'string' ? given.trim() : '');
const fail = (refusal: Refusal): InputValidation => ({ ok: false, refusal });

/** An IMS organization ID (GL-09): hex in upper case, suffix exactly `@AdobeOrg`. */
export function validateImsOrgId(text: string): InputValidation {
  const trimmed = textOf(text);
  if (trimmed === '') return fail(refuse('imsOrgIdMissing', null));
  const parts = /^([^@\s]*)@([^@\s]*)$/.exec(trimmed);
  if (!parts) return fail(refuse('imsOrgIdWithoutAt', null));
  const [, id = '', suffix = ''] = parts;
  if (/^techacct\.adobe\.com$/i.test(suffix))
    return fail(refuse('imsOrgIdOfTechnicalAccount', null));
  if (suffix.toLowerCase() !== 'adobeorg') return fail(refuse('imsOrgIdSuffix', null));
  if (id.length !== 24) return fail(refuse('imsOrgIdLength', null, { length: id.length }));
  if (!/^[0-9a-f]{24}$/i.test(id)) return fail(refuse('imsOrgIdCharacters', null));
  return { ok: true, value: `${id.toUpperCase()}@AdobeOrg` };
}

/** A Microsoft Entra tenant (directory) ID: a GUID, in lower case. */
export function validateTenantId(text: string): InputValidation {
  const trimmed = textOf(text);
  if (trimmed === '') return fail(refuse('tenantIdMissing', null));
  if (isGuid(trimmed)) return { ok: true, value: trimmed.toLowerCase() };
  return fail(refuse(trimmed.includes('.') ? 'tenantIdIsDomain' : 'tenantIdNotGuid', null));
}

/**
 * A name that a person gives: 1 to 200 characters, at least one of them visible; outer spaces
 * removed, no control characters.
 */
export function validateName(text: string): InputValidation {
  const trimmed = textOf(text);
  const length = [...trimmed].length;
  if (trimmed.includes('\ufffd')) return fail(refuse('nameUnreadable', null));
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(trimmed)) return fail(refuse('nameNotVisible', null));
  if (length > 200) return fail(refuse('nameTooLong', null, { length }));
  // Bidirectional overrides would let one name pass for another.
  if (/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(trimmed) || !trimmed.isWellFormed())
    return fail(refuse('nameHasControlCharacter', null));
  return { ok: true, value: trimmed };
}
