/**
 * Puts the sandbox together and listens. Shares nothing with the connectors, so that a mistake of
 * theirs shows here.
 */
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import type { Logger } from 'pino';
import { AwsSessions } from './aws/awsSessions.ts';
import { KeyMaterial } from './azure/keyVault/keyMaterial.ts';
import { createControls } from './control/controls.ts';
import { startIdentity } from './identity/startIdentity.ts';
import { prepareCertificates } from './server/certificates.ts';
import { Cloud } from './server/cloud.ts';
import { createHttpsServer } from './server/httpsServer.ts';
import { listen, closeServer } from './server/listen.ts';
import { TokenMint, readSecrets } from './server/tokenMint.ts';
import type { SandboxSettings } from './settings.ts';
import { lockState } from './state/lockState.ts';
import { World } from './state/world.ts';

export interface SandboxOptions extends SandboxSettings {
  /** Epoch milliseconds; tests set it to make durations pass. */
  now?: () => number;
  log?: Logger;
}

export interface RunningSandbox {
  /** `host:port` to which every cloud connection is to go. */
  address: string;
  /** Path of the PEM file to trust. */
  ca: string;
  /** Issuer of the identity provider. */
  identity: string;
  close: () => Promise<void>;
}

export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const {
    directory,
    host,
    port,
    scale,
    stateFile,
    now = Date.now,
    log = pino({ level: 'silent' }),
  } = options;
  const releaseLock = await lockState(stateFile);
  const certificates = await prepareCertificates(directory);
  const secrets = await readSecrets(directory);
  const world = new World(stateFile);
  const cloud = new Cloud({
    world,
    mint: await TokenMint.from(secrets),
    sessions: new AwsSessions(secrets.cookieKey),
    material: new KeyMaterial(directory),
    now,
    scale,
  });
  const server = createHttpsServer(certificates, cloud, createControls(cloud), (error) =>
    log.error({ err: error }, 'a call failed'),
  );
  await listen(server, port, host);
  const identity = await startIdentity({
    port: options.identityPort,
    redirectUris: options.redirectUris,
    secrets,
    directory,
    cloud,
    log,
  });
  const address = `${host}:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    await Promise.all([closeServer(server), identity.close()]);
    world.close();
    releaseLock();
  };
  return { address, ca: certificates.caFile, identity: identity.issuer, close };
}
