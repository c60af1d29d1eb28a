/** AWS: the key policy that the organization's page at Adobe shows is pinned (AWS-07). */
import { jobKeys, UNKNOWN_STEP, withStep, withTrack, type Outcome } from '../change.ts';
import type { RunEventOf } from '../event.ts';
import { canonicalJson, sha256Hex } from '../canonicalJson.ts';
import { canProvideKeyPolicy } from '../guards.ts';
import { inspectKeyPolicy } from '../keyPolicy/inspectKeyPolicy.ts';
import { refuseUnlikeAdobes } from '../keyPolicy/isAdobesPolicy.ts';
import { parseKeyArn } from '../inspectKeyArn.ts';
import { keyToApprove } from '../knowledge.ts';
import type { Run } from '../run.ts';

export function keyPolicyProvided(run: Run, event: RunEventOf<'keyPolicyProvided'>): Outcome {
  const text = event.data.policy;
  const refusal = canProvideKeyPolicy(run);
  if (refusal) return { refusal };
  const found = inspectKeyPolicy(text, ['policy']);
  if ('refusal' in found) return found;
  const unlike = refuseUnlikeAdobes(found.policy, parseKeyArn(keyToApprove(run, 'AEP') ?? ''));
  if (unlike) return { refusal: unlike };
  const hash = sha256Hex(canonicalJson(found.policy.statements.map(({ json }) => json)));
  // The same statements again, perhaps with other comments, change nothing that was read or
  // approved.
  if (run.tracks.AEP.keyPolicy?.hash === hash) return { run, changed: false };
  const next = withTrack(run, 'AEP', {
    keyPolicy: { text, hash, providedAt: event.at },
  });
  return {
    run: withStep(next, 'AEP', 'POLICY', UNKNOWN_STEP),
    clearJobKeys: [jobKeys.observe('AEP', 'POLICY')],
  };
}
