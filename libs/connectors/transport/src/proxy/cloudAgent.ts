/** The agent of all calls to clouds: the sandbox's, the proxy's, or the public internet. */
import type { Agent } from 'node:https';
import { publicLookup } from '../publicAgent.ts';
import { SandboxAgent, type SandboxAddress } from '../sandboxAgent.ts';
import { ProxyAgent } from './proxyAgent.ts';
import type { ProxySettings } from './proxySettings.ts';

/** Undefined where connectors' own default holds: directly, to public addresses. */
export function cloudAgent(
  sandbox: SandboxAddress | null,
  proxy: ProxySettings | null,
): Agent | undefined {
  if (sandbox) return new SandboxAgent(sandbox);
  return proxy ? new ProxyAgent(proxy, { lookup: publicLookup() }) : undefined;
}
