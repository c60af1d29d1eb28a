/**
 * Parses a key identifier by its text alone (VAL-01 to VAL-07). A URL parser would accept user
 * info, backslashes, tabs or encoded letters.
 */
import type { RuleId } from './rules/register.ts';
import type { TrackId, Verdict } from './vocabulary.ts';

/** What may be wrong with a key identifier; `libs/messages` has the text for each. */
export type KeyIdentifierProblem =
  | 'nothing'
  | 'tooLong'
  | 'awsKey'
  | 'notEncrypted'
  | 'noScheme'
  | 'foreignCharacter'
  | 'query'
  | 'fragment'
  | 'user'
  | 'port'
  | 'noHost'
  | 'privateLink'
  | 'foreignHost'
  | 'sovereignUs'
  | 'sovereignChina'
  | 'severalNames'
  | 'vaultName'
  | 'vaultOnly'
  | 'secret'
  | 'certificate'
  | 'collection'
  | 'tooManyParts'
  | 'noKey'
  | 'keyName'
  | 'trailingSlash'
  | 'noVersion'
  | 'noVersionTicket'
  | 'unusualVersion'
  | 'mendedVersion'
  | 'versionLength';

/** A key of a vault or Managed HSM, named by its identifier (GL-06). */
export interface KeyIdentifier {
  cloud: 'public' | 'usgov' | 'china';
  kind: 'vault' | 'managedHsm';
  /** Lower case, as hosts are; compare with `sameVault` (KID-07). */
  vault: string;
  /** As given. */
  key: string;
  /** As given; null for a base identifier. */
  version: string | null;
  /** `https://{vault}.{suffix}`, lowercase host. */
  vaultUri: string;
  /** `{vaultUri}/keys/{key}[/{version}]`. */
  normalized: string;
}

/** What a typed identifier of a key is, or why it is none. */
export interface KeyIdentifierInspection {
  verdict: Exclude<Verdict, 'UNKNOWN'>;
  /** On BLOCK and WARN the broken rules; on PASS all rules. */
  rules: RuleId[];
  /** What is wrong; empty on PASS. */
  findings: { problem: KeyIdentifierProblem; values: string[] }[];
  /**
   * Null where the text is not a key identifier. Those of sovereign clouds block, but are parsed.
   */
  keyIdentifier: KeyIdentifier | null;
  /** In the order of VAL-06. */
  notes: { noVersion: boolean; unusualVersion: boolean; trailingSlash: boolean };
}

/** KID-01. */
const SUFFIXES = [
  { suffix: 'vault.azure.net', cloud: 'public', kind: 'vault' },
  { suffix: 'managedhsm.azure.net', cloud: 'public', kind: 'managedHsm' },
  { suffix: 'vault.usgovcloudapi.net', cloud: 'usgov', kind: 'vault' },
  { suffix: 'managedhsm.usgovcloudapi.net', cloud: 'usgov', kind: 'managedHsm' },
  { suffix: 'vault.azure.cn', cloud: 'china', kind: 'vault' },
  { suffix: 'managedhsm.azure.cn', cloud: 'china', kind: 'managedHsm' },
] as const;

export const VAULT_NAME = /^(?=.{3,24}$)(?!.*--)[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/; // KID-03
export const KEY_NAME = /^[0-9A-Za-z-]{1,127}$/; // KID-04
const HEX_VERSION = /^[0-9a-f]{32}$/i; // KID-05
const SAMPLE_LIKE_VERSION = /^[0-9a-z]{32}$/; // KID-06, GAP-03
const MAX_LENGTH = 2048;
const ALL_RULES: RuleId[] = [
  'VAL-01',
  'VAL-02',
  'VAL-03',
  'VAL-04',
  'VAL-05',
  'VAL-06',
  'VAL-07',
  'KID-01',
  'KID-03',
  'KID-04',
  'KID-05',
];

interface Finding {
  rules: RuleId[];
  problem: KeyIdentifierProblem;
  values: string[];
}

/** Collects the problems of one text. */
class Findings {
  readonly blocks: Finding[] = [];
  readonly warns: Finding[] = [];
  block(rules: RuleId[], problem: KeyIdentifierProblem, ...values: string[]): null {
    this.blocks.push({ rules, problem, values });
    return null;
  }
  warn(rules: RuleId[], problem: KeyIdentifierProblem, ...values: string[]): void {
    this.warns.push({ rules, problem, values });
  }
}

/** VAL-01: the host as written and the path; null where this is not a plain https URL. */
function splitAddress(text: string, found: Findings): { host: string; path: string } | null {
  if (text === '') return found.block(['VAL-01'], 'nothing');
  if (text.length > MAX_LENGTH) return found.block(['VAL-01'], 'tooLong');
  if (/^arn:/i.test(text)) return found.block(['VAL-01'], 'awsKey');
  if (/^http:\/\//i.test(text)) return found.block(['VAL-01'], 'notEncrypted');
  const scheme = /^https:\/\//i.exec(text);
  if (!scheme) return found.block(['VAL-01'], 'noScheme');
  if (!/^[\x21-\x7e]+$/.test(text) || /[\\<>"'`{}|^]/.test(text)) {
    return found.block(['VAL-01'], 'foreignCharacter');
  }
  const rest = text.slice(scheme[0].length);
  if (rest.includes('?')) return found.block(['VAL-01'], 'query');
  if (rest.includes('#')) return found.block(['VAL-01'], 'fragment');
  const slash = rest.indexOf('/');
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  if (authority.includes('@')) return found.block(['VAL-01'], 'user');
  // An IPv6 address: its colons begin no port.
  const address = /^\[[^\]]*\]?/.exec(authority);
  if (address) return found.block(['VAL-02'], 'foreignHost', address[0]);
  if (/:.*:/.test(authority)) return found.block(['VAL-02'], 'foreignHost', authority);
  const colon = authority.indexOf(':');
  const port = colon < 0 ? null : authority.slice(colon + 1);
  if (port !== null && port !== '443') return found.block(['VAL-01'], 'port', port || ':');
  const host = colon < 0 ? authority : authority.slice(0, colon);
  if (host === '') return found.block(['VAL-01'], 'noHost');
  return { host, path: slash < 0 ? '' : rest.slice(slash) };
}

interface Place {
  vault: string;
  suffix: (typeof SUFFIXES)[number];
}

/** VAL-02 and VAL-03. */
function readHost(host: string, found: Findings): Place | null {
  const lower = host.toLowerCase();
  const suffix = SUFFIXES.find((candidate) => lower.endsWith(`.${candidate.suffix}`));
  if (!suffix) {
    return /\.privatelink\.(vaultcore|managedhsm)\.azure\.net$/.test(lower)
      ? found.block(['VAL-02'], 'privateLink')
      : found.block(['VAL-02'], 'foreignHost', host);
  }
  if (suffix.cloud !== 'public') {
    found.block(
      ['VAL-02', 'KID-01', 'KID-02'],
      suffix.cloud === 'usgov' ? 'sovereignUs' : 'sovereignChina',
    );
  }
  const vault = lower.slice(0, -suffix.suffix.length - 1);
  if (vault.includes('.'))
    return found.block(['VAL-03', 'KID-03'], 'severalNames', vault, suffix.suffix);
  if (!VAULT_NAME.test(vault)) {
    return found.block(['VAL-03', 'KID-03'], 'vaultName', vault);
  }
  return { vault, suffix };
}

/** VAL-04, VAL-05 and VAL-07. */
function readPath(
  path: string,
  place: Place,
  found: Findings,
): { key: string; version: string | null; trailingSlash: boolean } | null {
  const parts = path === '' || path === '/' ? [] : path.slice(1).split('/');
  const [collection = '', key, version] = parts;
  if (collection === '') {
    return found.block(
      ['VAL-04', 'GAP-05', 'CJA-12'],
      'vaultOnly',
      place.vault,
      place.suffix.suffix,
    );
  }
  if (/^(secrets|certificates)$/i.test(collection)) {
    return found.block(
      ['VAL-04', 'KID-08'],
      collection.toLowerCase() === 'secrets' ? 'secret' : 'certificate',
    );
  }
  if (collection.toLowerCase() !== 'keys') return found.block(['VAL-04'], 'collection', collection);
  const trailingSlash = parts.length > 2 && parts.at(-1) === '';
  const segments = trailingSlash ? parts.length - 1 : parts.length;
  if (segments > 3) return found.block(['VAL-07'], 'tooManyParts');
  if (key === undefined || key === '') return found.block(['VAL-05', 'KID-04'], 'noKey');
  if (!KEY_NAME.test(key)) {
    return found.block(['VAL-05', 'KID-04'], 'keyName');
  }
  return { key, version: segments === 3 ? (version ?? null) : null, trailingSlash };
}

/** VAL-06. */
function readVersion(
  version: string | null,
  trailingSlash: boolean,
  track: TrackId | null,
  found: Findings,
): KeyIdentifierInspection['notes'] {
  if (trailingSlash) found.warn(['VAL-06'], 'trailingSlash');
  const unusualVersion =
    version !== null && !HEX_VERSION.test(version) && SAMPLE_LIKE_VERSION.test(version);
  if (version === null) {
    found.warn(['VAL-06', 'KID-10'], track === 'CJA' ? 'noVersionTicket' : 'noVersion');
  } else if (unusualVersion) {
    const mended = version.replaceAll('l', '1').replaceAll('o', '0');
    if (HEX_VERSION.test(mended))
      found.warn(['VAL-06', 'GAP-03', 'KID-06'], 'mendedVersion', mended);
    else found.warn(['VAL-06', 'GAP-03', 'KID-06'], 'unusualVersion');
  } else if (!HEX_VERSION.test(version)) {
    found.block(['VAL-06', 'KID-05'], 'versionLength', String(version.length));
  }
  return { noVersion: version === null, unusualVersion, trailingSlash };
}

const NO_NOTES = { noVersion: false, unusualVersion: false, trailingSlash: false };

function parse(
  text: string,
  track: TrackId | null,
  found: Findings,
): Pick<KeyIdentifierInspection, 'keyIdentifier' | 'notes'> {
  const address = splitAddress(text, found);
  const place = address && readHost(address.host, found);
  const path = place && readPath(address.path, place, found);
  if (!place || !path) return { keyIdentifier: null, notes: NO_NOTES };
  const before = found.blocks.length;
  const notes = readVersion(path.version, path.trailingSlash, track, found);
  if (found.blocks.length > before) return { keyIdentifier: null, notes };
  const vaultUri = `https://${place.vault}.${place.suffix.suffix}`;
  const base = {
    cloud: place.suffix.cloud,
    kind: place.suffix.kind,
    vault: place.vault,
    key: path.key,
    vaultUri,
  };
  return {
    keyIdentifier: withVersion({ ...base, version: null, normalized: '' }, path.version),
    notes,
  };
}

/**
 * Evaluates a key identifier by its text alone (VAL-01 to VAL-07). Anything but text blocks.
 *
 * @param options.track decides only how a missing version is described
 */
export function inspectKeyIdentifier(
  text: string,
  options: { track?: TrackId } = {},
): KeyIdentifierInspection {
  const found = new Findings();
  const { keyIdentifier, notes } = parse(
    typeof text === 'string' ? text.trim() : '',
    options.track ?? null,
    found,
  );
  const broken = found.blocks.length > 0 ? found.blocks : found.warns;
  return {
    verdict: found.blocks.length > 0 ? 'BLOCK' : found.warns.length > 0 ? 'WARN' : 'PASS',
    rules: broken.length > 0 ? [...new Set(broken.flatMap((finding) => finding.rules))] : ALL_RULES,
    findings: broken.map(({ problem, values }) => ({ problem, values })),
    keyIdentifier,
    notes,
  };
}

/** Whether two identifiers are of one vault, whatever their case (KID-07, VAL-08). */
export const sameVault = (a: KeyIdentifier, b: KeyIdentifier): boolean =>
  a.vaultUri.toLowerCase() === b.vaultUri.toLowerCase();

/** Whether two identifiers are of one key, whatever their versions (KID-07, API-09). */
export const sameKey = (a: KeyIdentifier, b: KeyIdentifier): boolean =>
  sameVault(a, b) && a.key.toLowerCase() === b.key.toLowerCase();

/** The same key with this version; null makes the base identifier. */
export const withVersion = (identifier: KeyIdentifier, version: string | null): KeyIdentifier => ({
  ...identifier,
  version,
  normalized: `${identifier.vaultUri}/keys/${identifier.key}${version === null ? '' : `/${version}`}`,
});
