/**
 * Evaluates what people type about an organization; the same for forms, API and import, each answer
 * saying what is wrong and what is right.
 */

export type InputValidation = { ok: true; value: string } | { ok: false; message: string };

/** What is no text counts as nothing given. */
const textOf = (given: unknown): string => (typeof given === 'string' ? given.trim() : '');
const fail = (message: string): InputValidation => ({ ok: false, message });

/** An IMS organization ID (GL-09): hex in upper case, suffix exactly `@AdobeOrg`. */
export function validateImsOrgId(text: string): InputValidation {
  const trimmed = textOf(text);
  const right =
    'An IMS organization ID is 24 hexadecimal digits and @AdobeOrg, such as 0123456789ABCDEF01234567@AdobeOrg.';
  if (trimmed === '') return fail(`Nothing was given. ${right}`);
  const parts = /^([^@\s]*)@([^@\s]*)$/.exec(trimmed);
  if (!parts) return fail(`This has no single @. ${right}`);
  const [, id = '', suffix = ''] = parts;
  if (suffix.toLowerCase() !== 'adobeorg')
    return fail(
      `It must end in @AdobeOrg${/^techacct\.adobe\.com$/i.test(suffix) ? '; this is a technical account’s ID' : ''}. ${right}`,
    );
  if (id.length !== 24)
    return fail(`There are ${id.length} characters before the @; there must be 24. ${right}`);
  if (!/^[0-9a-f]{24}$/i.test(id))
    return fail(`Before the @ only the digits 0–9 and A–F are possible. ${right}`);
  return { ok: true, value: `${id.toUpperCase()}@AdobeOrg` };
}

/** A Microsoft Entra tenant (directory) ID: a GUID, in lower case. */
export function validateTenantId(text: string): InputValidation {
  const trimmed = textOf(text);
  const right =
    'A tenant ID is a GUID, such as 11111111-2222-3333-4444-555555555555; the portal shows it under Microsoft Entra ID > Overview.';
  if (trimmed === '') return fail(`Nothing was given. ${right}`);
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(trimmed))
    return { ok: true, value: trimmed.toLowerCase() };
  return fail(
    trimmed.includes('.') ? `This is a domain’s name. ${right}` : `This is not a GUID. ${right}`,
  );
}

/**
 * A name people give: 1 to 200 characters, of which one at least can be seen; outer spaces removed,
 * no control characters.
 */
export function validateName(text: string): InputValidation {
  const trimmed = textOf(text);
  if (trimmed.includes('\ufffd'))
    return fail(
      'This holds a character that was lost when the text was read (\ufffd). Save or send it as UTF-8, or type it again.',
    );
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(trimmed))
    return fail('Give a name of 1 to 200 visible characters.');
  if ([...trimmed].length > 200)
    return fail(`This has ${[...trimmed].length} characters; a name may have at most 200.`);
  // Bidirectional overrides would let one name pass for another.
  if (/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(trimmed) || !trimmed.isWellFormed()) {
    return fail(
      'This holds a line break or another invisible control character; a name is one line of visible text.',
    );
  }
  return { ok: true, value: trimmed };
}
