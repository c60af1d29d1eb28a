/**
 * Whose configuration an answer of Adobe describes, and why one that was found is not taken for the
 * one that was approved (GAP-02, GAP-31).
 */
import type { CheckValues } from '../check.ts';
import type { ConfigurationFacts } from '../facts.ts';
import { inspectKeyIdentifier, sameKey } from '../keyIdentifier.ts';
import { keyOf } from '../knowledge.ts';
import { validateImsOrgId } from '../organizationInput.ts';
import type { Run, Submission } from '../run.ts';
import { ADOBE_FAILED } from '../stepStatus.ts';

/**
 * GAP-02: a configuration is ours by the name it was asked for under and by vault and key of its
 * identifier, not by its `name` or `keyName`. `unclear` where it names a key in no form we know.
 */
export function whose(run: Run, answer: ConfigurationFacts): 'ours' | 'another' | 'unclear' {
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

export const otherAnswer = (
  { name }: Submission,
  { imsOrgId, keyVaultKeyIdentifier }: ConfigurationFacts,
): string =>
  `Adobe's answer for ${name} names ${imsOrgId ?? 'no organization'} and ${keyVaultKeyIdentifier ?? 'no key'}, which are not what was sent.`;

/**
 * An outcome of the check `configurationIsTaken`, its values, and the same in English for
 * `failure`.
 */
export interface NotTaken {
  outcome: 'otherKey' | 'otherKeyAfterSend' | 'keyNotNamed' | 'failedBefore';
  values: CheckValues;
  message: string;
}

/**
 * Null where what was found by its name is taken for the one to send. One that was there before any
 * was sent has nothing but its key to know it by, and a name that failed once is not known to be
 * free again (GAP-31).
 */
export function whyNotTaken(
  run: Run,
  { name, sends }: Submission,
  answer: ConfigurationFacts,
): NotTaken | null {
  const owner = whose(run, answer);
  const key = answer.keyVaultKeyIdentifier;
  const values = { name, key };
  const there = `Adobe already has a configuration named ${name}`;
  if (sends > 0) {
    if (owner === 'ours') return null;
    const message = `Adobe shows a configuration named ${name} for another key (${key ?? 'unknown'}). Ours was sent and is not what Adobe shows; ask Customer Care.`;
    return { outcome: 'otherKeyAfterSend', values, message };
  }
  if (owner !== 'ours')
    return {
      outcome: 'otherKey',
      values,
      message: `${there} for another key (${key ?? 'unknown'}). Nothing was sent.`,
    };
  if (key === null) {
    const message = `${there} and does not say for which key. Nothing was sent; ask Customer Care which it is.`;
    return { outcome: 'keyNotNamed', values, message };
  }
  if (answer.status === ADOBE_FAILED) {
    const message = `${there} for this key, and reports FAILED for it. Nothing was sent; submit under another name once the cause is fixed.`;
    return { outcome: 'failedBefore', values, message };
  }
  return null;
}
