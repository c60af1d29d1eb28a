/**
 * Whether a typed application ID can be the one Adobe made for an organization (AEP-23): documents
 * and other fields hold many that cannot.
 */
import { roleName } from './roles/azureRoles.ts';
import type { InputValidation } from './organizationInput.ts';
import type { Run } from './run.ts';

/** CJA's application, the same for every organization (CJA-06). */
export const CJA_APPLICATION_ID = '251e3919-1940-4296-bb8b-6b9a5e8a4805';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isGuid = (text: string): boolean => GUID.test(text);

const WHERE =
  'Copy the Application ID from Administration > Encryption > Customer Managed Keys of this organization in Adobe.';

/** IDs that are somebody else's, and whose. */
const FOREIGN: Readonly<Record<string, string>> = {
  [CJA_APPLICATION_ID]:
    'This is the application of Customer Journey Analytics, which is the same for everybody (CJA-06).',
  'e463a445-c6ac-4ca2-b36a-b5146fcf6a52': 'This is the sample in Adobe’s documentation (AEP-23).',
  'cf978863-7325-47b1-8fd9-554b9fdb6c36': 'This is a sample in Adobe’s documentation.',
  '4df7886b-a122-4391-880b-47888d5c5b92': 'This is a sample in Adobe’s documentation.',
  '12345678-1234-1234-1234-123456789012': 'This is an example and no application.',
  '12345678-1234-5678-1234-567812345678': 'This is an example and no application.',
  '01234567-89ab-cdef-0123-456789abcdef': 'This is an example and no application.',
  '1234abcd-12ab-34cd-56ef-1234567890ab': 'This is the sample of a key in AWS’s documentation.',
  '00000002-0000-0000-c000-000000000000': 'This is Microsoft’s directory application.',
  '00000003-0000-0000-c000-000000000000': 'This is Microsoft Graph.',
  '797f4846-ba00-4fd7-ba43-dac1f8f63013': 'This is Microsoft’s Azure management application.',
  'cfa8b339-82a2-471a-a3c9-0fc0be7a4093': 'This is Microsoft’s Azure Key Vault.',
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'This is Microsoft’s Azure CLI.',
};

/** The organization's own IDs, which stand in fields beside and get pasted. */
function ownIds({
  organization,
  connections,
}: Run): [id: string | null | undefined, what: string][] {
  return [
    [organization.azureTenantId, 'This is the organization’s own tenant ID.'],
    [connections.azure?.tenantId, 'This is the ID of the connected tenant.'],
    [connections.azure?.subscriptionId, 'This is the ID of the connected subscription.'],
    [connections.azure?.clientId, 'This is the client ID that Keyway reads Azure with.'],
  ];
}

/**
 * As zeros, digits in their order or against it (12345678-1234-…, abcdef12-3456-…), one text again
 * and again, and aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee.
 */
function isPlaceholder(text: string): boolean {
  const digits = text.replaceAll('-', '');
  const values = Array.from(digits, (digit) => parseInt(digit, 16));
  const inOrder = values.filter(
    (value, index) => index > 0 && Math.abs(value - values[index - 1]!) === 1,
  ).length;
  const repeats = [2, 4, 8].some(
    (length) => digits === digits.slice(0, length).repeat(32 / length),
  );
  return (
    repeats ||
    inOrder > 20 ||
    new Set(digits).size <= 2 ||
    text.split('-').every((group) => new Set(group).size === 1)
  );
}

/** What an ID is that is known not to be Adobe's application for AEP. */
function whatElse(id: string, run: Run): string | undefined {
  if (Object.hasOwn(FOREIGN, id)) return FOREIGN[id];
  const role = roleName(id);
  return role === id
    ? ownIds(run).find(([own]) => own?.toLowerCase() === id)?.[1]
    : `This is the ID of the role ${role}.`;
}

/** The application ID in lower case, or why it cannot be Adobe’s for this organization. */
export function validateApplicationId(given: string | null, run: Run): InputValidation {
  const text = (given ?? '').trim().toLowerCase();
  const fail = (what: string): InputValidation => ({ ok: false, message: `${what} ${WHERE}` });
  if (text === '') return fail('Give the Application ID.');
  if (!isGuid(text))
    return fail(
      'This is not an application ID, which is a GUID of 32 hexadecimal digits with four hyphens.',
    );
  if (isPlaceholder(text)) return fail('This is a placeholder and no application.');
  const what = whatElse(text, run);
  return what === undefined ? { ok: true, value: text } : fail(what);
}
