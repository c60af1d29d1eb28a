/**
 * The sandbox's two ports. Chosen once and remembered with the sandbox's data, since people who
 * signed in are known by the address of the provider that vouched for them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArgumentError } from './parseArguments.ts';
import { freePort, portFault } from './ports.ts';
import { readPort } from './settings.ts';

export interface SandboxPorts {
  clouds: number;
  identity: number;
}

const host = '127.0.0.1';

/**
 * Ports from `KEYWAY_SANDBOX_PORT` and `KEYWAY_SANDBOX_IDENTITY_PORT`, else the remembered ones,
 * else free ones from 8443 on.
 * @throws ArgumentError when a port that was asked for is taken
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
  asked: string | undefined,
  wanted: number,
  taken: number[],
): Promise<number> {
  if (!asked) return freePort(host, wanted, taken);
  const port = readPort(name, asked, wanted);
  const fault = await portFault(host, port);
  if (fault)
    throw new ArgumentError(
      `${name}: port ${port} on ${host} cannot be used (${fault}). Choose another, or leave it unset.`,
    );
  return port;
}

function read(folder: string): SandboxPorts | undefined {
  try {
    const value = JSON.parse(readFileSync(join(folder, 'ports.json'), 'utf8')) as SandboxPorts;
    return Number.isInteger(value.clouds) && Number.isInteger(value.identity) ? value : undefined;
  } catch {
    return undefined;
  }
}
