/** `manifest.json` of an evidence pack: every other file with its SHA-256, and the chain's ends. */

export const PACK_FORMAT = 'keyway-evidence/1';
/** The name of the manifest in a pack. */
export const MANIFEST = 'manifest.json';
/** The name of its signature, which holds the manifest's exact bytes. */
export const MANIFEST_JWS = 'manifest.jws';
/** Files that the manifest does not list: it can't have its own hash. */
export const UNLISTED: ReadonlySet<string> = new Set([MANIFEST, MANIFEST_JWS]);

/** A file of a pack, other than the manifest and its signature. */
export interface PackFile {
  path: string;
  bytes: number;
  sha256: string;
  /** As the ZIP has it, so that a changed bit of the compressed data is found too. */
  packed: { bytes: number; sha256: string };
}

/** A position in the chain: after how many entries, and the last of them. */
export interface ChainPoint {
  entries: number;
  /** Null before the first entry. */
  entry: string | null;
  hash: string;
}

/** What `manifest.json` says. */
export interface Manifest {
  format: typeof PACK_FORMAT;
  /** When the snapshot was taken, by the database's clock. */
  createdAt: string;
  createdBy: string;
  locale: string;
  organization: { id: string; imsOrgId: string; name: string };
  partner: string;
  /** As it was asked for: `since` inclusive, `until` exclusive. */
  range: { since: string | null; until: string | null };
  chain: {
    /** The entry before the first one in `history.jsonl`. */
    before: ChainPoint;
    /** The last one in `history.jsonl`; `before` where there is none. */
    last: ChainPoint;
    /** Where the whole chain ended in the snapshot. */
    end: ChainPoint;
  };
  checkpoints: number;
  files: PackFile[];
}

const HASH = /^[0-9a-f]{64}$/;
const PATH = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

type Unknown<T> = { [K in keyof T]?: unknown };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isHash = (value: unknown): boolean => typeof value === 'string' && HASH.test(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);

/** A path inside a pack: relative, without `..`, and safe on every file system. */
export const isPackPath = (path: string): boolean => path.length <= 200 && PATH.test(path);

function isPackFile(value: unknown): value is PackFile {
  if (!isObject(value)) return false;
  const { path, bytes, sha256, packed } = value as Unknown<PackFile>;
  return (
    isText(path) &&
    isPackPath(path) &&
    isCount(bytes) &&
    isHash(sha256) &&
    isObject(packed) &&
    isCount(packed.bytes) &&
    isHash(packed.sha256)
  );
}

function isChainPoint(value: unknown): value is ChainPoint {
  if (!isObject(value)) return false;
  const { entries, entry, hash } = value as Unknown<ChainPoint>;
  return isCount(entries) && isTextOrNull(entry) && isHash(hash);
}

/** The manifest in a text; null where it is none of a format that is known here. */
export function parseManifest(text: string): Manifest | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(parsed)) return null;
  const manifest = parsed as Unknown<Manifest>;
  const { organization, range, chain, files } = manifest;
  const isValid =
    manifest.format === PACK_FORMAT &&
    isText(manifest.createdAt) &&
    isText(manifest.createdBy) &&
    isText(manifest.locale) &&
    isText(manifest.partner) &&
    isCount(manifest.checkpoints) &&
    isObject(organization) &&
    isText(organization.id) &&
    isText(organization.imsOrgId) &&
    isText(organization.name) &&
    isObject(range) &&
    isTextOrNull(range.since) &&
    isTextOrNull(range.until) &&
    isObject(chain) &&
    isChainPoint(chain.before) &&
    isChainPoint(chain.last) &&
    isChainPoint(chain.end) &&
    Array.isArray(files) &&
    files.every(isPackFile);
  // Cast: every member was checked.
  return isValid ? (parsed as unknown as Manifest) : null;
}
