/**
 * Validates an organization's fields as they are typed, so that people see a mistake early. The
 * server validates again.
 */

export type InputProblem = 'required' | 'tooLong' | 'imsOrgId' | 'imsOrgIdSuffix' | 'guid';

/** 24 hexadecimal digits and `@AdobeOrg` (GL-09); null if valid. */
export function validateImsOrgId(value: string): InputProblem | null {
  const text = value.trim();
  if (text === '') return 'required';
  if (/^[0-9A-F]{24}$/i.test(text)) return 'imsOrgIdSuffix';
  return /^[0-9A-F]{24}@AdobeOrg$/i.test(text) ? null : 'imsOrgId';
}

/** The hexadecimal digits typed so far, for the hint under the field. */
export function countImsDigits(value: string): number {
  return /^[0-9A-F]*/i.exec(value.trim())?.[0].length ?? 0;
}

export function validateName(value: string): InputProblem | null {
  if (value.trim() === '') return 'required';
  return value.trim().length > 200 ? 'tooLong' : null;
}

/** Optional; a GUID where given. */
export function validateTenantId(value: string): InputProblem | null {
  const text = value.trim();
  if (text === '') return null;
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
    ? null
    : 'guid';
}
