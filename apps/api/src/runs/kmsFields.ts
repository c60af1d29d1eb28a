/** The fields of a track that are of AWS: its key in KMS, and the key policy. */
import {
  areKmsFacts,
  factsOf,
  reviewKeyPolicy,
  type KeyPolicyReview,
  type Run,
  type StatementReview,
} from '@keyway/core';
import type { ResolversTypes } from '../generated/resolverTypes.ts';

type Answered<T extends 'KmsKey' | 'KeyPolicyReview'> = Awaited<ResolversTypes[T]> | null;

export function kmsKeyOf(run: Run): Answered<'KmsKey'> {
  const facts = factsOf(run, 'AEP', 'KEY');
  if (!facts || !areKmsFacts(facts) || facts.kmsKey.outcome !== 'seen') return null;
  const rotation = facts.rotation.outcome === 'seen' ? facts.rotation.value : null;
  return { ...facts.kmsKey.value, rotation };
}

const json = (statement: object): string => JSON.stringify(statement, null, 2);

const STATES = { present: 'PRESENT', differing: 'DIFFERING', missing: 'MISSING' } as const;

const statementOf = ({ state, wanted, found, ...rest }: StatementReview) => ({
  ...rest,
  state: state && STATES[state],
  wanted: json(wanted),
  found: found && json(found),
});

function comparedOf({ comparison }: KeyPolicyReview) {
  const { keepsAdmin = null, extra = [], denying = [], repeatedSids = [] } = comparison ?? {};
  return {
    ...{ keepsAdmin, extraPrincipals: extra, repeatedSids },
    denyingSids: denying.map(({ sid }) => sid ?? ''),
  };
}

export function keyPolicyOf(run: Run): Answered<'KeyPolicyReview'> {
  const review = reviewKeyPolicy(run);
  if (!review) return null;
  const { text = null, providedAt = null } = run.tracks.AEP.keyPolicy ?? {};
  return {
    ...{ template: text, templateProvidedAt: providedAt },
    statements: review.statements.map(statementOf),
    ...{ current: review.current, merged: review.merged },
    ...comparedOf(review),
  };
}
