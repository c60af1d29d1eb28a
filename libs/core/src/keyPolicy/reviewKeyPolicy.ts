/**
 * A run's key policy for people: each statement of Adobe's template beside the one of the key that
 * is nearest, and the policy that a merge makes of both (AWS-05, AWS-06, VAL-31).
 */
import { parseKeyArn } from '../inspectKeyArn.ts';
import { factsOf, keyToApprove } from '../knowledge.ts';
import type { Run } from '../run.ts';
import {
  compareKeyPolicies,
  nearestStatement,
  type KeyOfPolicy,
  type KeyPolicyComparison,
  type StatementDifference,
} from './compareKeyPolicies.ts';
import { inspectKeyPolicy, type KeyPolicy } from './inspectKeyPolicy.ts';
import { isAdobesPolicy } from './isAdobesPolicy.ts';
import { policyOf } from './keyPolicyCheck.ts';
import { keyPolicyText, mergeKeyPolicy } from './mergeKeyPolicy.ts';
import type { Statement } from './statement.ts';
import { withinBudget } from './workBudget.ts';

/** A statement of the template, and what the key has of it. */
export interface StatementReview extends Pick<StatementDifference, 'sid' | 'parts' | 'foundSid'> {
  /** Null where the key's policy was not read, or can't be compared. */
  state: StatementDifference['state'] | null;
  /** As written in the template. */
  wanted: Statement['json'];
  /** Of the key's policy; null where none is near. */
  found: Statement['json'] | null;
}

/** The comparison of the key's policy with the template, as far as both are known. */
export interface KeyPolicyReview {
  /** Of the template. */
  statements: StatementReview[];
  /** As KMS answered it; null where it was not read. */
  current: string | null;
  /** Null without a template, without an ARN, or where the policy was not read or compared. */
  comparison: KeyPolicyComparison | null;
  /**
   * The policy to put on the key, which keeps every statement; null where `comparison` is, and
   * where the template is not Adobe's.
   */
  merged: string | null;
}

function templateOf(run: Run): KeyPolicy | null {
  const { text } = run.tracks.AEP.keyPolicy ?? {};
  const found = text === undefined ? null : inspectKeyPolicy(text, []);
  return found && 'policy' in found ? found.policy : null;
}

const unread = ({ sid, json }: Statement): StatementReview => ({
  ...{ sid, state: null, parts: [], foundSid: null, wanted: json, found: null },
});

/** Null on Azure, and where neither the template nor the key's policy is known. */
export function reviewKeyPolicy(run: Run): KeyPolicyReview | null {
  if (run.organization.cloud !== 'AWS') return null;
  const facts = factsOf(run, 'AEP', 'POLICY');
  const seen = facts?.keyPolicy.outcome === 'seen' ? facts.keyPolicy.value : null;
  const [template, policy] = [templateOf(run), seen && policyOf(seen)];
  if (!template && !seen) return null;
  const current = seen?.policy ?? null;
  const key = parseKeyArn(keyToApprove(run, 'AEP') ?? '');
  const reviewed = template && policy && key && compareBoth(policy, template, key);
  if (!reviewed)
    return {
      statements: (template?.statements ?? []).map(unread),
      ...{ current, comparison: null, merged: null },
    };
  // A template that an earlier version took may let others use the key.
  const merged = isAdobesPolicy(template, key) ? mergeKeyPolicy(policy, template, key) : null;
  return { ...reviewed, current, merged: merged && keyPolicyText(merged) };
}

/** Null where it takes too many steps. */
function compareBoth(
  policy: KeyPolicy,
  template: KeyPolicy,
  key: KeyOfPolicy,
): (Pick<KeyPolicyReview, 'statements'> & { comparison: KeyPolicyComparison }) | null {
  const comparison = compareKeyPolicies(policy, template, key);
  const statements =
    comparison &&
    withinBudget((budget) =>
      comparison.statements.map(({ sid, state, parts, foundSid }, at): StatementReview => {
        const wanted = template.statements[at]!;
        const near = nearestStatement(policy, wanted, { keyArn: key.arn, budget });
        const found = state === 'missing' ? null : (near?.json ?? null);
        return { sid, state, parts, foundSid, wanted: wanted.json, found };
      }),
    );
  return comparison && statements && { comparison, statements };
}
