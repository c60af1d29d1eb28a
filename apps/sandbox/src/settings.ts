/** The sandbox's settings, read once at start. `@keyway/config` describes each of them. */
import path from 'node:path';
import { readSettings as read, type Environment } from '@keyway/config';

export interface SandboxSettings {
  host: string;
  /** 0 takes any free port. */
  port: number;
  identityPort: number;
  /** Holds the certificate authority, the secrets and, unless set otherwise, the state. */
  directory: string;
  stateFile: string;
  logLevel: string;
  /** Multiplies every propagation delay. */
  scale: number;
  /** Patterns; `*` stands for any port. */
  redirectUris: string[];
}

/** @throws ConfigError with one line per problem */
export function readSettings(environment: Environment): SandboxSettings {
  const settings = read('sandbox', environment);
  return {
    host: settings.sandboxHost,
    port: settings.sandboxPort,
    identityPort: settings.sandboxIdentityPort,
    directory: path.resolve(settings.sandboxDir),
    stateFile: path.resolve(settings.sandboxState),
    logLevel: settings.logLevel,
    scale: settings.pollScale,
    redirectUris: settings.sandboxRedirectUris,
  };
}
