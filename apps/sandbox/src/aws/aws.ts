/** The emulated AWS. */
import type { Answer, Call } from '../server/exchange.ts';
import type { SandboxContext } from '../server/sandboxContext.ts';
import { awsEndpointOf } from './awsHosts.ts';
import { kms } from './kms.ts';
import { sts } from './sts.ts';

export function aws(call: Call, context: SandboxContext): Answer {
  const endpoint = awsEndpointOf(call.host)!;
  return (endpoint.service === 'sts' ? sts : kms)(call, endpoint, context);
}
