/**
 * The bill of materials of one architecture's image (CycloneDX): npm's own of the lock file,
 * reduced to what is in the image, with Debian's packages and Node.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { root } from '../bootstrap/places.mjs';
import type { Architecture, Pins } from './pins.ts';
import { bundledPackages, importedPackages } from './shippedPackages.ts';

interface Component {
  'bom-ref': string;
  type: string;
  name: string;
  version: string;
  purl?: string;
  hashes?: { alg: string; content: string }[];
  licenses?: unknown[];
}

interface Dependency {
  ref: string;
  dependsOn: string[];
}

interface Bom {
  $schema: string;
  serialNumber: string;
  metadata: { timestamp: string; component: Component };
  components: Component[];
  dependencies: Dependency[];
}

const MAX_BYTES = 50_000_000;

/** What npm says of the whole lock file. */
function listAll(): Bom {
  // Peers that a package asks for in another version are no reason to say nothing.
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--legacy-peer-deps'];
  const options = { cwd: root, encoding: 'utf8', maxBuffer: MAX_BYTES } as const;
  return JSON.parse(execFileSync('npm', args, options)) as Bom;
}

/** References of the roots and of everything that they depend on. */
function closure(roots: Iterable<string>, dependencies: readonly Dependency[]): Set<string> {
  const edges = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const found = new Set<string>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(edges.get(next) ?? []));
  }
  return found;
}

function systemComponents(pins: Pins, architecture: Architecture): Component[] {
  const debian = pins.debian[architecture].map(({ name, version, sha256 }) => {
    const purl = `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${architecture}&distro=${pins.release}`;
    return {
      ...{ 'bom-ref': purl, type: 'library', name, version, purl },
      hashes: [{ alg: 'SHA-256', content: sha256 }],
    };
  });
  const { version, sha256 } = pins.node;
  const node = {
    ...{ 'bom-ref': `node@${version}`, type: 'platform', name: 'node', version },
    purl: `pkg:generic/node@${version}`,
    hashes: [{ alg: 'SHA-256', content: sha256[architecture] }],
    licenses: [{ license: { id: 'MIT' } }],
  };
  const system = {
    ...{ 'bom-ref': `debian-${pins.release}`, type: 'operating-system' },
    ...{ name: 'debian', version: pins.release },
  };
  return [system, node, ...debian];
}

/**
 * @param files the bundles in the image, with their maps beside them
 * @param time seconds since 1970
 */
export function billOfMaterials(
  pins: Pins,
  architecture: Architecture,
  files: readonly string[],
  time: number,
): Buffer {
  const all = listAll();
  const imported = importedPackages();
  const own = new Set(all.dependencies.find(({ ref }) => ref.startsWith('keyway@'))?.dependsOn);
  const direct = all.components.filter(
    (one) => own.has(one['bom-ref']) && imported.has(nameOf(one)),
  );
  const shipped = closure(
    direct.map((one) => one['bom-ref']),
    all.dependencies,
  );
  for (const bundled of bundledPackages(files)) shipped.add(bundled);
  const isShipped = (ref: string) => shipped.has(ref) && !/^(@keyway\/|keyway-cli@)/.test(ref);
  const packages = all.components.filter((one) => isShipped(one['bom-ref']) && one.name !== 'node');
  const system = systemComponents(pins, architecture);
  const kept = new Set(packages.map((one) => one['bom-ref']));
  const component = { ...all.metadata.component, name: 'keyway', type: 'container' };
  const bom = {
    ...all,
    serialNumber: '',
    metadata: { ...all.metadata, timestamp: new Date(time * 1000).toISOString(), component },
    components: [...system, ...packages],
    dependencies: [
      { ref: component['bom-ref'], dependsOn: system.map((one) => one['bom-ref']) },
      ...all.dependencies
        .filter(({ ref }) => kept.has(ref))
        .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((on) => kept.has(on)) })),
    ],
  };
  bom.serialNumber = `urn:uuid:${uuidOf(JSON.stringify(bom))}`;
  return Buffer.from(JSON.stringify(bom, null, 2));
}

/** With its scope. */
const nameOf = ({ 'bom-ref': ref }: Component): string => ref.slice(0, ref.lastIndexOf('@'));

/** The same for the same content: a random one would give each build another digest. */
function uuidOf(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  return [
    ...[hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`],
    hex.slice(20, 32),
  ].join('-');
}
