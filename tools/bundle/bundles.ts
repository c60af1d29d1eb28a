/**
 * Api and worker run from their sources, or from the bundles of `npm run build` where these were
 * made of exactly those sources.
 */
import { join, relative } from 'node:path';
import { inRoot, root } from '../bootstrap/places.mjs';
import { contentHash, isStamped, stamp, unstamp } from '../bootstrap/stamp.mjs';

export const BUNDLED = ['api', 'worker'] as const;
export type Bundled = (typeof BUNDLED)[number];
/** What an operator of the image runs and waits for; in the workspace it runs from its sources. */
export const OPERATE = 'operate';

const BUNDLE_FOLDER = inRoot('dist');

export const bundleName = (name: Bundled | typeof OPERATE): string => `${name}.js`;
export const sourceName = (name: Bundled | typeof OPERATE): string =>
  name === OPERATE ? 'tools/operate/main.ts' : `apps/${name}/src/main.ts`;
const stampOf = (folder: string): string => join(folder, '.stamp');

/** Files that a bundle holds; what it reads when it runs is not among them. */
const isSource = (path: string): boolean =>
  !/[\\/](dist|node_modules)$|\.test\.ts$|\.graphql$|\.sql$/.test(path);

const OPERATED = ['migrate', 'move', 'rebuild', 'restored', 'rotateEvidenceKey', 'showRun'];
const SOURCES = [
  ...[
    'apps/api',
    'apps/worker',
    'libs',
    'tools/bundle',
    'package-lock.json',
    'tools/operate',
    'tools/migrate',
  ],
  ...OPERATED.map((name) => `tools/${name}.ts`),
];
let hash: string | undefined;
/** Computed once a process: a start runs all its parts from the same. */
export const sourceHash = (): string => (hash ??= hashOfSources());

/** Read again each time. */
export const hashOfSources = (): string =>
  contentHash(
    root,
    SOURCES.map((path) => inRoot(path)),
    isSource,
  );

/** Path from the root of the file that starts a process. */
export function programFile(name: Bundled, folder = BUNDLE_FOLDER): string {
  return isStamped(stampOf(folder), sourceHash())
    ? relative(root, join(folder, bundleName(name)))
    : sourceName(name);
}

/** Runs `build`, after which `programFile` names what it built. */
export async function buildStamped(
  build: (folder: string) => Promise<void>,
  folder = BUNDLE_FOLDER,
): Promise<void> {
  const built = sourceHash();
  unstamp(stampOf(folder));
  await build(folder);
  stamp(stampOf(folder), built);
}
