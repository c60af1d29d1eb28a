/**
 * Whose configuration a response of Adobe describes, and why a found one is not the approved one
 * (GAP-02, GAP-31).
 */
import type { CheckValues } from '../check.ts';
import type { ConfigurationFacts } from '../facts.ts';
import { inspectKeyIdentifier, sameKey } from '../keyIdentifier.ts';
import { keyOf } from '../knowledge.ts';
import { validateImsOrgId } from '../organizationInput.ts';
import type { Anomaly, RunDraft, Submission } from '../run.ts';
import { ADOBE_FAILED } from '../stepStatus.ts';

/**
 * GAP-02: a configuration is ours by the name it was asked for under and by vault and key of its
 * identifier, not by its `name` or `keyName`. `unclear` where it names a key in no form we know.
 */
export function configurationOwner(
  run: RunDraft,
  answer: ConfigurationFacts,
): 'ours' | 'another' | 'unclear' {
  const named = answer.imsOrgId === null ? null : validateImsOrgId(answer.imsOrgId);
  if (named?.ok && named.value !== run.organization.imsOrgId) return 'another';
  if (answer.keyVaultKeyIdentifier === null) return 'ours';
  const [theirs, ours] = [
    inspectKeyIdentifier(answer.keyVaultKeyIdentifier).keyIdentifier,
    keyOf(run, 'AEP'),
  ];
  if (theirs === null || ours === null) return 'unclear';
  return sameKey(theirs, ours) ? 'ours' : 'another';
}

/** Adobe answers about a configuration that is not the one that was sent. */
export const otherConfiguration = (
  { name }: Submission,
  { imsOrgId, keyVaultKeyIdentifier }: ConfigurationFacts,
): Pick<Anomaly, 'code' | 'values'> => ({
  code: 'otherConfiguration',
  values: { name, imsOrgId, key: keyVaultKeyIdentifier },
});

/** An outcome of the check `configurationIsTaken`, with its values. */
export interface NotTaken {
  code: 'otherKey' | 'otherKeyAfterSend' | 'keyNotNamed' | 'failedBefore';
  values: CheckValues;
}

/**
 * Why a configuration that was found by its name is not the one to send; null where it is. One that
 * was there before any was sent has nothing but its key to identify it, and a name that failed once
 * is not known to be free again (GAP-31).
 */
export function notTakenReason(
  run: RunDraft,
  { name, sends }: Submission,
  answer: ConfigurationFacts,
): NotTaken | null {
  const owner = configurationOwner(run, answer);
  const key = answer.keyVaultKeyIdentifier;
  const values = { name, key };
  if (sends > 0) return owner === 'ours' ? null : { code: 'otherKeyAfterSend', values };
  if (owner !== 'ours') return { code: 'otherKey', values };
  if (key === null) return { code: 'keyNotNamed', values };
  return answer.status === ADOBE_FAILED ? { code: 'failedBefore', values } : null;
}
