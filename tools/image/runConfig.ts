/** What a container of the image runs, as whom, and with which environment. */
import { relative } from 'node:path';
import { root } from '../bootstrap/places.mjs';
import { serviceEnvironment, v8Flags } from '../start/nodeArguments.ts';
import { APP, DATA_DIR, NODE, USER } from './layers.ts';
import type { RunConfig } from './ociLayout.ts';

/** Of the image and of its manifest. */
export function annotationsOf(
  version: string,
  revision: string | null,
  created: string,
): Record<string, string> {
  return {
    'org.opencontainers.image.title': 'Keyway',
    'org.opencontainers.image.description':
      'Customer-managed keys for Adobe Journey Optimizer: api, worker and command line',
    'org.opencontainers.image.licenses': 'Apache-2.0',
    'org.opencontainers.image.version': version,
    'org.opencontainers.image.created': created,
    ...(revision && { 'org.opencontainers.image.revision': revision }),
  };
}

/** @param bundles folder of the bundles, inside the repository */
export function runConfig(bundles: string, labels: Record<string, string>): RunConfig {
  const environment = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    NODE_ENV: 'production',
    HOME: `/${DATA_DIR}`,
    DATA_DIR: `/${DATA_DIR}`,
    // A container has a network of its own, and its port is published or not.
    HOST: '0.0.0.0',
    ...serviceEnvironment({}),
  };
  const entry = `/${APP}/${relative(root, bundles).replaceAll('\\', '/')}/entry.mjs`;
  return {
    User: `${USER}:${USER}`,
    Env: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
    Entrypoint: [`/${NODE}`, ...v8Flags, entry],
    Cmd: ['api'],
    WorkingDir: `/${APP}`,
    Labels: labels,
    StopSignal: 'SIGTERM',
  };
}
