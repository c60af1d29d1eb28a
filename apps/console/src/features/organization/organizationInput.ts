/**
 * Evaluates the form as it is typed, so that nobody learns of a slip only from the server. The
 * server evaluates again.
 */

export type InputProblem = 'required' | 'tooLong' | 'imsOrgId' | 'imsOrgIdSuffix' | 'guid';

/** 24 hexadecimal digits and `@AdobeOrg` (GL-09); null is fine. */
export function imsOrgIdProblem(value: string): InputProblem | null {
  const text = value.trim();
  if (text === '') return 'required';
  if (/^[0-9A-F]{24}$/i.test(text)) return 'imsOrgIdSuffix';
  return /^[0-9A-F]{24}@AdobeOrg$/i.test(text) ? null : 'imsOrgId';
}

/**
 * How far an IMS ID is from complete: hexadecimal digits typed so far, for the hint under the
 * field.
 */
export function imsDigits(value: string): number {
  return /^[0-9A-F]*/i.exec(value.trim())?.[0].length ?? 0;
}

export function nameProblem(value: string): InputProblem | null {
  if (value.trim() === '') return 'required';
  return value.trim().length > 200 ? 'tooLong' : null;
}

/** Optional; a GUID where given. */
export function tenantProblem(value: string): InputProblem | null {
  const text = value.trim();
  if (text === '') return null;
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
    ? null
    : 'guid';
}
