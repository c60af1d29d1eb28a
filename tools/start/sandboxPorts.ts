/**
 * The sandbox's two ports, chosen once and kept with its data: a person's identity contains the
 * address of the sign-in provider.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArgumentError } from './parseArguments.ts';
import { isObject } from './isObject.ts';
import { freePort } from './ports.ts';
import { portProblem } from './takenPort.mjs';

export interface SandboxPorts {
  clouds: number;
  identity: number;
}

const host = '127.0.0.1';

/**
 * Ports from `KEYWAY_SANDBOX_PORT` and `KEYWAY_SANDBOX_IDENTITY_PORT`, else the remembered ones,
 * else free ones from 8443 on.
 * @throws ArgumentError where a port that was asked for cannot be used
 */
export async function sandboxPorts(
  folder: string,
  environment: Record<string, string | undefined>,
): Promise<SandboxPorts> {
  const remembered = read(folder);
  const clouds = await choose(
    'KEYWAY_SANDBOX_PORT',
    environment.KEYWAY_SANDBOX_PORT,
    remembered?.clouds ?? 8443,
    [],
  );
  const identity = await choose(
    'KEYWAY_SANDBOX_IDENTITY_PORT',
    environment.KEYWAY_SANDBOX_IDENTITY_PORT,
    remembered?.identity ?? 8444,
    [clouds],
  );
  const ports = { clouds, identity };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'ports.json'), `${JSON.stringify(ports)}\n`);
  return ports;
}

async function choose(
  name: string,
  requested: string | undefined,
  wanted: number,
  taken: number[],
): Promise<number> {
  const port = Number(requested ?? 0);
  if (port === 0) return freePort(host, wanted, taken);
  const problem = await portProblem(host, port);
  if (problem)
    throw new ArgumentError(
      `${name}: port ${port} on ${host} cannot be used (${problem}). Choose another one, or unset it.`,
    );
  return port;
}

const isPorts = (value: unknown): value is SandboxPorts =>
  isObject(value) && Number.isInteger(value['clouds']) && Number.isInteger(value['identity']);

function read(folder: string): SandboxPorts | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, 'ports.json'), 'utf8'));
    return isPorts(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
