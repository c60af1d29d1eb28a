/**
 * `npm run image`: makes the container image as an OCI layout, with its bill of materials and its
 * provenance. Runs on Linux with apt; needs no container engine.
 */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot, root } from '../bootstrap/places.mjs';
import { cliBundle, prepareCli } from '../bootstrap/cliBundle.mjs';
import { buildBundles } from '../bundle/buildBundles.ts';
import { buildStamped, programFile, sourceName } from '../bundle/bundles.ts';
import { buildImage } from './buildImage.ts';
import {
  ARCHITECTURES,
  isArchitecture,
  ownArchitecture,
  writePins,
  type Architecture,
} from './pins.ts';
import { newestPins } from './newestPins.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e5) / 10} MB`;

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      arch: { type: 'string', default: ownArchitecture },
      out: { type: 'string', default: 'out/image' },
      rootfs: { type: 'boolean', default: false },
      builder: { type: 'string', default: 'urn:keyway:local-build' },
      update: { type: 'boolean', default: false },
    },
  });
  if (values.update) {
    writePins(newestPins());
    return say('Pinned the present packages in tools/image/pins.json.');
  }
  if (process.platform !== 'linux') throw new Error('The image is built on Linux, with apt.');
  const architectures = architecturesOf(values.arch);
  await prepare();
  const folder = inRoot(values.out);
  const { digest, images } = buildImage({
    ...{ folder, architectures, builder: values.builder, rootfs: values.rootfs },
    sources: {
      bundles: inRoot('dist'),
      console: inRoot('apps', 'console', 'dist'),
      cli: cliBundle,
    },
  });
  say(`${relative(root, folder)}/layout  ${digest}`);
  for (const { architecture, digest: own, compressed, unpacked } of images)
    say(`linux/${architecture}  ${own}  ${megabytes(compressed)}, unpacked ${megabytes(unpacked)}`);
}

async function prepare(): Promise<void> {
  if (programFile('api') === sourceName('api')) await buildStamped(buildBundles);
  await prepareCli(say);
}

function architecturesOf(text: string): readonly Architecture[] {
  if (text === 'all') return ARCHITECTURES;
  if (isArchitecture(text)) return [text];
  throw new Error(`--arch is "${text}", none of ${ARCHITECTURES.join(', ')} and all.`);
}
