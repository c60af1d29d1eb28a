/** The key that is made, or why the one of that name can't be used (AEP-13 to AEP-17). */
import type { KeyFacts, VaultFacts } from '../azureFacts.ts';
import { dateOfEpoch } from '../dateOfEpoch.ts';
import { lowerCase } from '../lowerCase.ts';
import type { Observed } from '../observedSchema.ts';
import type { Instant } from '../vocabulary.ts';
import { notPossible, notReadable, planned, unknown, type Planned } from './planned.ts';
import type { ChangeReason, ChangeSettings } from './plannedChange.ts';
import type { SetupRequest } from './setupRequest.ts';
import { keySettings, newKeySettings, rotationOf } from './setupSettings.ts';

const NEEDED = ['wrapkey', 'unwrapkey'];

const seenKey = (request: SetupRequest, key: KeyFacts): ChangeSettings => ({
  key: request.target.keyName,
  keyType: key.kty,
  keySize: key.bits,
  keyOperations: key.keyOps,
});

/** Type and size of a key are fixed, and its other settings are those of its owner (AEP-17). */
function keyProblem(request: SetupRequest, key: KeyFacts, now: Instant): ChangeReason | null {
  const { kty, size } = newKeySettings(request);
  const type = key.kty.toLowerCase();
  const isUsable = type === 'rsa-hsm' || (type === 'rsa' && kty === 'RSA');
  if (!isUsable) return 'keyTypeWrong';
  if (key.bits !== null && key.bits < size) return 'keyTooShort';
  if (key.enabled === false) return 'keyDisabled';
  const seconds = Date.parse(now) / 1000;
  if (key.expires !== null && key.expires <= seconds) return 'keyExpired';
  if (key.notBefore !== null && key.notBefore > seconds) return 'keyNotYetValid';
  const operations = new Set(key.keyOps.map((operation) => operation.toLowerCase()));
  return NEEDED.every((operation) => operations.has(operation)) ? null : 'keyLacksOperations';
}

function newKey(request: SetupRequest, vault: VaultFacts | null): Planned {
  const isHsm = newKeySettings(request).kty === 'RSA-HSM';
  if (isHsm && vault && lowerCase(vault.skuName) !== 'premium')
    return notPossible('hsmNeedsPremium', {}, { vault: vault.name }); // KV-07
  return planned('CREATE', {}, keySettings(request));
}

function existingKey(request: SetupRequest, key: KeyFacts, now: Instant): Planned {
  const before = seenKey(request, key);
  const problem = keyProblem(request, key, now);
  const { keyName } = request.target;
  const date = dateOfEpoch(problem === 'keyNotYetValid' ? key.notBefore : key.expires);
  const values = { key: keyName, bits: key.bits, type: key.kty, date };
  if (problem) return notPossible(problem, before, values);
  if (key.bits === null || key.enabled === null) return { ...unknown('keyNotStated'), before };
  return {
    ...planned('ALREADY_THERE', before, before),
    keyIdentifier: key.keyIdentifier,
  };
}

/** Azure sets the rotation of an existing key through its data plane alone, which Keyway avoids. */
function existingRotation(request: SetupRequest, key: KeyFacts): Planned | null {
  const rotation = rotationOf(request);
  if (rotation === null) return null;
  const rotates = (key.rotationActions ?? []).some((action) => action.toLowerCase() === 'rotate');
  return rotates
    ? planned('ALREADY_THERE', {}, {})
    : notPossible('rotationMissing', {}, { key: request.target.keyName, rotation });
}

/** @param vault null: it is made before the key */
export function keyChanges(
  request: SetupRequest,
  key: Observed<KeyFacts>,
  vault: VaultFacts | null,
  now: Instant,
): { create: Planned; rotation: Planned | null } {
  if (key.outcome === 'unreadable') return { create: notReadable(key.failure), rotation: null };
  if (key.outcome === 'absent') return { create: newKey(request, vault), rotation: null };
  return {
    create: existingKey(request, key.value, now),
    rotation: existingRotation(request, key.value),
  };
}
