/**
 * Whether a typed application ID can be the one that Adobe created for an organization (AEP-23).
 * Documentation and other fields show many IDs that cannot.
 */
import { isGuid } from './guid.ts';
import { roleName } from './roles/azureRoles.ts';
import type { InputValidation } from './organizationInput.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Run } from './run.ts';
import { parseVaultResourceId } from './vaultResourceId.ts';
import { TRACK_IDS, type TrackId } from './vocabulary.ts';

/** CJA's application, the same for every organization (CJA-06). */
export const CJA_APPLICATION_ID = '251e3919-1940-4296-bb8b-6b9a5e8a4805';

/** IDs of other applications, or of examples. */
const OTHER_IDS: Readonly<Record<string, Refusal>> = {
  [CJA_APPLICATION_ID]: refuse('applicationIdIsOfCja', null),
  'e463a445-c6ac-4ca2-b36a-b5146fcf6a52': refuse('applicationIdIsAdobeSample', null),
  'cf978863-7325-47b1-8fd9-554b9fdb6c36': refuse('applicationIdIsAdobeSample', null),
  '4df7886b-a122-4391-880b-47888d5c5b92': refuse('applicationIdIsAdobeSample', null),
  '1234abcd-12ab-34cd-56ef-1234567890ab': refuse('applicationIdIsAwsSample', null),
  '00000002-0000-0000-c000-000000000000': refuseMicrosoftId('Azure Active Directory Graph'),
  '00000003-0000-0000-c000-000000000000': refuseMicrosoftId('Microsoft Graph'),
  '797f4846-ba00-4fd7-ba43-dac1f8f63013': refuseMicrosoftId('Azure Service Management API'),
  'cfa8b339-82a2-471a-a3c9-0fc0be7a4093': refuseMicrosoftId('Azure Key Vault'),
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46': refuseMicrosoftId('Azure CLI'),
};

function refuseMicrosoftId(application: string): Refusal {
  return refuse('applicationIdIsOfMicrosoft', null, { application });
}

/** The organization's own IDs: they are shown beside the application ID and pasted by mistake. */
function ownIds(run: Run): [string | null | undefined, Refusal][] {
  const { azure } = run.connections;
  return [
    [run.organization.azureTenantId, refuse('applicationIdIsTenant', null)],
    [azure?.tenantId, refuse('applicationIdIsTenant', null)],
    ...[azure?.subscriptionId, ...TRACK_IDS.map((track) => vaultSubscription(run, track))].map(
      (id): [string | null | undefined, Refusal] => [
        id,
        refuse('applicationIdIsSubscription', null),
      ],
    ),
    [azure?.clientId, refuse('applicationIdIsConnectedClient', null)],
  ];
}

/** The subscription of the vault's resource ID, as it was given with the key. */
const vaultSubscription = (run: Run, track: TrackId): string | null =>
  parseVaultResourceId(run.tracks[track].key?.vaultResourceId ?? '')?.subscriptionId ?? null;

/**
 * Zeros, ascending or descending digits (12345678-1234-…, abcdef12-3456-…), two such sequences in
 * turns (a1b2c3d4-e5f6-…), a repeated sequence, or digits repeated within every group of four, as
 * in Microsoft's documentation (00001111-aaaa-2222-bbbb-3333cccc4444).
 */
function isPlaceholder(text: string): boolean {
  const digits = text.replaceAll('-', '');
  const values = Array.from(digits, (digit) => parseInt(digit, 16));
  const inOrder = values.filter(
    (value, index) =>
      (index > 0 && Math.abs(value - values[index - 1]!) === 1) ||
      (index > 1 && value - values[index - 2]! === 1),
  ).length;
  const repeats = [2, 4, 8].some(
    (length) => digits === digits.slice(0, length).repeat(32 / length),
  );
  return (
    repeats ||
    inOrder > 20 ||
    new Set(digits).size <= 2 ||
    [0, 4, 8, 12, 16, 20, 24, 28].every((at) => new Set(digits.slice(at, at + 4)).size === 1)
  );
}

/** Why an ID is known not to be Adobe's application for AEP. */
function refuseOtherId(id: string, run: Run): Refusal | undefined {
  if (Object.hasOwn(OTHER_IDS, id)) return OTHER_IDS[id];
  const role = roleName(id);
  return role === id
    ? ownIds(run).find(([own]) => own?.toLowerCase() === id)?.[1]
    : refuse('applicationIdIsRole', null, { role });
}

/** The application ID in lower case, or why it cannot be Adobe's for this organization. */
export function validateApplicationId(given: string | null, run: Run): InputValidation {
  const text = (given ?? '').trim().toLowerCase();
  const fail = (refusal: Refusal): InputValidation => ({ ok: false, refusal });
  if (text === '') return fail(refuse('applicationIdMissing', null));
  if (!isGuid(text)) return fail(refuse('applicationIdNotGuid', null));
  if (isPlaceholder(text)) return fail(refuse('applicationIdIsPlaceholder', null));
  const refusal = refuseOtherId(text, run);
  return refusal === undefined ? { ok: true, value: text } : fail(refusal);
}
