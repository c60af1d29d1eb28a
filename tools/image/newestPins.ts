import { createHash } from 'node:crypto';
import manifest from '../../package.json' with { type: 'json' };
import { newestPackages } from './debianFiles.ts';
import { fetchNode } from './layers.ts';
import { ARCHITECTURES, type Architecture, type Pins } from './pins.ts';

const RELEASE = 'trixie';

/** The newest packages of Debian's stable release, and the Node that package.json names. */
export function newestPins(): Pins {
  const { node: version } = manifest.dependencies;
  const each = <T>(of: (architecture: Architecture) => T) =>
    Object.fromEntries(ARCHITECTURES.map((one) => [one, of(one)])) as Record<Architecture, T>;
  return {
    release: RELEASE,
    debian: each((architecture) => newestPackages(RELEASE, architecture)),
    node: {
      version,
      sha256: each((architecture) =>
        createHash('sha256').update(fetchNode(version, architecture)).digest('hex'),
      ),
    },
  };
}
