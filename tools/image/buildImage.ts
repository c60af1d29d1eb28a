/** Builds the image of each architecture into one OCI layout, without a container engine. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/places.mjs';
import manifest from '../../package.json' with { type: 'json' };
import { bundleFiles } from './bundleFiles.ts';
import { layersOf, type Layer, type Sources } from './layers.ts';
import { OciLayout, type Descriptor } from './ociLayout.ts';
import { readPins, type Architecture } from './pins.ts';
import { provenance } from './provenance.ts';
import { annotationsOf, runConfig } from './runConfig.ts';
import { billOfMaterials } from './sbom.ts';
import { writeTar } from './tar.ts';

/** Unpacked; a build that is larger fails. */
export const MAX_BYTES = 250_000_000;
const SBOM = 'application/vnd.cyclonedx+json';
const STATEMENT = 'application/vnd.in-toto+json';

export interface BuildOptions {
  /** Where the layout and the documents go. */
  folder: string;
  architectures: readonly Architecture[];
  sources: Omit<Sources, 'time'>;
  builder: string;
  /** Whether each architecture's root file system is written as a tar archive too. */
  rootfs: boolean;
}

export interface BuiltImage {
  architecture: Architecture;
  /** Of the manifest. */
  digest: string;
  /** Of the layers. */
  compressed: number;
  unpacked: number;
}

/** Resolves with the digest of the index and what each architecture has. */
export function buildImage(options: BuildOptions): { digest: string; images: BuiltImage[] } {
  const { folder, architectures } = options;
  mkdirSync(folder, { recursive: true });
  const source = readSource();
  const created = new Date(source.time * 1000).toISOString();
  const annotations = annotationsOf(manifest.version, source.revision, created);
  const layout = new OciLayout(join(folder, 'layout'));
  const build = { ...options, ...source, created, annotations, layout };
  const built = architectures.map((architecture) => buildOne(architecture, build));
  const digest = layout.end(
    built.map(({ descriptor }) => descriptor),
    manifest.version,
    annotations,
  );
  return { digest, images: built.map(({ image }) => image) };
}

interface Source {
  revision: string | null;
  changed: boolean;
  time: number;
}

/** `SOURCE_DATE_EPOCH` counts before the time of the commit. */
function readSource(): Source {
  const git = (...args: string[]): string | null => {
    const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
    return status === 0 ? stdout.trim() : null;
  };
  const time = process.env['SOURCE_DATE_EPOCH'] ?? git('log', '-1', '--format=%ct') ?? '0';
  if (!/^\d+$/.test(time)) throw new Error(`SOURCE_DATE_EPOCH is "${time}", not a number.`);
  return {
    revision: git('rev-parse', 'HEAD'),
    changed: git('status', '--porcelain') !== '',
    time: Number(time),
  };
}

type Context = BuildOptions &
  Source & { created: string; annotations: Record<string, string>; layout: OciLayout };

function buildOne(
  architecture: Architecture,
  context: Context,
): { descriptor: Descriptor; image: BuiltImage } {
  const { folder, sources, time, created, annotations, layout } = context;
  const pins = readPins();
  const layers = layersOf(pins, architecture, { ...sources, time });
  const unpacked = sizeOf(layers);
  if (unpacked > MAX_BYTES)
    throw new Error(`The image has ${unpacked} bytes unpacked, more than ${MAX_BYTES}.`);
  const archives = layers.map(({ what, entries }) => ({ what, tar: writeTar(entries) }));
  const config = runConfig(sources.bundles, annotations);
  const { descriptor, compressed } = layout.addImage({
    ...{ architecture, created, config, annotations },
    layers: archives,
  });
  const bundles = bundleFiles(sources.bundles).map(([, from]) => from);
  const scripts = bundles.filter((file) => file.endsWith('.js'));
  const sbom = billOfMaterials(pins, architecture, scripts, time);
  const statement = provenance(descriptor, { ...context, pins, architecture });
  layout.addReferrer(descriptor, SBOM, sbom);
  layout.addReferrer(descriptor, STATEMENT, statement);
  const write = (name: string, content: Buffer) => writeFileSync(join(folder, name), content);
  write(`sbom-${architecture}.cdx.json`, sbom);
  write(`provenance-${architecture}.intoto.json`, statement);
  if (context.rootfs) write(`rootfs-${architecture}.tar`, writeTar(merged(layers)));
  const image = { architecture, digest: descriptor.digest, compressed, unpacked };
  return { descriptor, image };
}

const sizeOf = (layers: readonly Layer[]): number =>
  layers
    .flatMap(({ entries }) => entries)
    .reduce((sum, { content }) => sum + (content?.length ?? 0), 0);

/** A folder that several layers have is that of the first, which gives it its owner. */
const merged = (layers: readonly Layer[]) => [
  ...new Map(
    layers.toReversed().flatMap(({ entries }) => entries.map((entry) => [entry.path, entry])),
  ).values(),
];
