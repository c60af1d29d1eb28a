/** An engine for durable workflows beside the product: in its own process, against its sandbox. */
import { join } from 'node:path';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { cpuOf, difference, type Cpu, type Scene } from './checkedRuns.ts';
import { cpuMilliseconds } from './cpuTime.ts';
import { peerProcess } from './peerProcess.ts';

export interface EnginePeer {
  /** Of the process that makes the calls. */
  pid: number;
  /** Of what runs beside it and for it alone, such as a server of its own. */
  serverPids: readonly number[];
  ask(path: string, body: object): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it; what it did not finish before it was killed it takes up again. */
export type StartEngine = (
  scene: Scene,
  environment?: Record<string, string>,
) => Promise<EnginePeer>;

/** Where a program's calls lead. */
export const sandboxOf = ({ product }: Scene): Record<string, string> => ({
  SANDBOX_ADDRESS: product.sandboxAddress,
  SANDBOX_CA: join(product.dataDir, 'sandbox', 'ca.pem'),
});

/** `program`: a file of `peers` that answers `Requests`. */
export async function startProgram(
  program: string,
  environment: Record<string, string>,
  serverPids: readonly number[] = [],
): Promise<EnginePeer> {
  const peer = await peerProcess(program, { NODE_NO_WARNINGS: '1', ...environment });
  const ask = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(`${peer.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${program}, ${path}: ${await answer.text()}`);
  };
  return { pid: peer.pid, serverPids, ask, stop: peer.stop };
}

/** `calls` spread over `steps`, the first ones making one more. */
export const callsOfSteps = (steps: number, calls: number): number[] =>
  Array.from({ length: steps }, (_, index) => Math.floor((calls + steps - 1 - index) / steps));

/** What its runs took; `cpu.worker` is its process with its servers. */
export async function runEngine(
  scene: Scene,
  engine: EnginePeer,
  runs: { count: number; atATime: number; callsOfSteps: readonly number[] },
): Promise<{ seconds: number; cpu: Cpu }> {
  const ownCpu = (): number =>
    [engine.pid, ...engine.serverPids].reduce((sum, pid) => sum + cpuMilliseconds(pid), 0);
  const [begun, before, own] = [performance.now(), cpuOf(scene), ownCpu()];
  await engine.ask('/runs', runs);
  const seconds = (performance.now() - begun) / 1000;
  const used = difference(cpuOf(scene), before);
  return { seconds, cpu: { ...used, worker: ownCpu() - own, api: 0 } };
}

/** As the sandbox names them, for the POST of a submission. */
export const submissions = (
  customers: readonly SandboxCustomer[],
): { imsOrgId: string; key: string }[] =>
  customers.map(({ imsOrgId, keys }) => ({ imsOrgId, key: keys.AEP }));
