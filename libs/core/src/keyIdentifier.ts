/**
 * Reads a key identifier by its text alone (VAL-01 to VAL-07). Strict on purpose: a lenient URL parser repairs what an attacker or a slip
 * of the clipboard put in (user-info, backslashes, tabs, encoded letters), and what it repairs would be sent to Adobe for good.
 */
import type { TrackId, Verdict } from './vocabulary.ts';

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
  /** `https://{vault}.{suffix}`, lower-case host. */
  vaultUri: string;
  /** `{vaultUri}/keys/{key}[/{version}]`. */
  normalized: string;
}

export interface KeyIdentifierInspection {
  verdict: Exclude<Verdict, 'UNKNOWN'>;
  /** On BLOCK and WARN the rules that were broken; on PASS all that were asked. */
  rules: string[];
  /** English sentences, what is wrong and what is right; empty on PASS. */
  problems: string[];
  /** Null where the text is not a key identifier in any cloud. Sovereign clouds are parsed though they block (KID-02). */
  keyIdentifier: KeyIdentifier | null;
  /** Names what is to be known, in the order VAL-06 lists it. */
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

const VAULT_NAME = /^(?=.{3,24}$)(?!.*--)[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/; // KID-03
const KEY_NAME = /^[0-9A-Za-z-]{1,127}$/; // KID-04
const HEX_VERSION = /^[0-9a-f]{32}$/i; // KID-05
const SAMPLE_LIKE_VERSION = /^[0-9a-z]{32}$/; // KID-06, GAP-03
const MAX_LENGTH = 2048;
const EXAMPLE = 'https://contoso-cmk.vault.azure.net/keys/ajo-cmk/0123456789abcdef0123456789abcdef';
const ALL_RULES = ['VAL-01', 'VAL-02', 'VAL-03', 'VAL-04', 'VAL-05', 'VAL-06', 'VAL-07', 'KID-01', 'KID-03', 'KID-04', 'KID-05'];

/** Collects what is wrong with one text. */
class Findings {
  readonly blocks: { rules: string[]; problem: string }[] = [];
  readonly warns: { rules: string[]; problem: string }[] = [];
  block(rules: string[], problem: string): null {
    this.blocks.push({ rules, problem });
    return null;
  }
  warn(rules: string[], problem: string): void {
    this.warns.push({ rules, problem });
  }
}

/** VAL-01: the host as written and the path; null where this is not a plain https address. */
function splitAddress(text: string, found: Findings): { host: string; path: string } | null {
  const right = `A key identifier looks like ${EXAMPLE}.`;
  if (text === '') return found.block(['VAL-01'], `Nothing was given. ${right}`);
  if (text.length > MAX_LENGTH) return found.block(['VAL-01'], `This is far too long to be a key identifier. ${right}`);
  if (/^arn:/i.test(text)) return found.block(['VAL-01'], `This is the ARN of an AWS key. ${right}`);
  if (/^http:\/\//i.test(text)) return found.block(['VAL-01'], 'It must begin with https://, not http://.');
  const scheme = /^https:\/\//i.exec(text);
  if (!scheme) return found.block(['VAL-01'], `It must begin with https://. ${right}`);
  if (!/^[\x21-\x7e]+$/.test(text) || /[\\<>"'`{}|^]/.test(text)) {
    return found.block(
      ['VAL-01'],
      `It holds a character that no key identifier has (a space, a quote, a backslash or a letter outside a–z). ${right}`,
    );
  }
  const rest = text.slice(scheme[0].length);
  if (rest.includes('?')) return found.block(['VAL-01'], 'It must not have a query (the part from ? on).');
  if (rest.includes('#')) return found.block(['VAL-01'], 'It must not have a fragment (the part from # on).');
  const slash = rest.indexOf('/');
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  if (authority.includes('@')) return found.block(['VAL-01'], 'It must not name a user (the part before @).');
  const colon = authority.indexOf(':');
  const port = colon < 0 ? null : authority.slice(colon + 1);
  if (port !== null && port !== '443') return found.block(['VAL-01'], `It must not name a port other than 443; this one says “${port}”.`);
  const host = colon < 0 ? authority : authority.slice(0, colon);
  if (host === '') return found.block(['VAL-01'], `It names no vault. ${right}`);
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
      ? found.block(['VAL-02'], 'This is a private-link address. Give the public one, which ends in .vault.azure.net.')
      : found.block(['VAL-02'], `“${host}” is not an Azure key vault: the host must end in .vault.azure.net or .managedhsm.azure.net.`);
  }
  if (suffix.cloud !== 'public') {
    const cloud = suffix.cloud === 'usgov' ? 'Azure US Government' : 'Azure operated by 21Vianet (China)';
    found.block(['VAL-02', 'KID-01', 'KID-02'], `This key is in ${cloud}. Adobe supports keys in the public Azure cloud only.`);
  }
  const vault = lower.slice(0, -suffix.suffix.length - 1);
  if (vault.includes('.'))
    return found.block(['VAL-03', 'KID-03'], `There must be exactly one name before .${suffix.suffix}; “${vault}” has several parts.`);
  if (!VAULT_NAME.test(vault)) {
    return found.block(
      ['VAL-03', 'KID-03'],
      `“${vault}” cannot be a vault’s name: 3 to 24 letters, digits and single hyphens, beginning with a letter, ending with a letter or digit.`,
    );
  }
  return { vault, suffix };
}

/** VAL-04, VAL-05 and VAL-07. */
function readPath(path: string, place: Place, found: Findings): { key: string; version: string | null; trailingSlash: boolean } | null {
  const parts = path === '' || path === '/' ? [] : path.slice(1).split('/');
  const [collection = '', key, version] = parts;
  if (collection === '') {
    const only = `This names the vault only. Open the key’s current version in the portal and copy its Key Identifier, such as https://${place.vault}.${place.suffix.suffix}/keys/{key}/{version}.`;
    return found.block(['VAL-04', 'GAP-05', 'CJA-12'], only);
  }
  if (/^(secrets|certificates)$/i.test(collection)) {
    const object = collection.toLowerCase() === 'secrets' ? 'secret' : 'certificate';
    return found.block(['VAL-04', 'KID-08'], `This is a ${object}, not a key. Give the identifier of a key: its path begins with /keys/.`);
  }
  if (collection.toLowerCase() !== 'keys') return found.block(['VAL-04'], `The path must begin with /keys/, not /${collection}.`);
  const trailingSlash = parts.length > 2 && parts.at(-1) === '';
  const segments = trailingSlash ? parts.length - 1 : parts.length;
  if (segments > 3)
    return found.block(
      ['VAL-07'],
      'It has more parts than /keys/{key}/{version}: an operation’s address, perhaps. Copy the Key Identifier itself.',
    );
  if (key === undefined || key === '') return found.block(['VAL-05', 'KID-04'], 'It names no key: after /keys/ comes the key’s name.');
  if (!KEY_NAME.test(key)) {
    return found.block(['VAL-05', 'KID-04'], 'The key’s name may have 1 to 127 letters, digits and hyphens; no underscore, no dot.');
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
  if (trailingSlash) found.warn(['VAL-06'], 'The slash at the end was removed.');
  const unusualVersion = version !== null && !HEX_VERSION.test(version) && SAMPLE_LIKE_VERSION.test(version);
  if (version === null) {
    const purpose = track === 'CJA' ? 'is put into the ticket' : 'is submitted to Adobe';
    found.warn(['VAL-06', 'KID-10'], `No version is named. The latest is read from Azure, shown, and ${purpose} together with the key.`);
  } else if (unusualVersion) {
    const mended = version.replaceAll('l', '1').replaceAll('o', '0');
    const hint = HEX_VERSION.test(mended) ? ` Was ${mended} meant (1 for l, 0 for o)?` : '';
    found.warn(['VAL-06', 'GAP-03', 'KID-06'], `The version is unusual: Azure’s are 32 hexadecimal digits.${hint}`);
  } else if (!HEX_VERSION.test(version)) {
    found.block(['VAL-06', 'KID-05'], `The version must have exactly 32 hexadecimal digits; this one has ${version.length} characters.`);
  }
  return { noVersion: version === null, unusualVersion, trailingSlash };
}

const NO_NOTES = { noVersion: false, unusualVersion: false, trailingSlash: false };

function parse(text: string, track: TrackId | null, found: Findings): Pick<KeyIdentifierInspection, 'keyIdentifier' | 'notes'> {
  const address = splitAddress(text, found);
  const place = address && readHost(address.host, found);
  const path = place && readPath(address.path, place, found);
  if (!place || !path) return { keyIdentifier: null, notes: NO_NOTES };
  const before = found.blocks.length;
  const notes = readVersion(path.version, path.trailingSlash, track, found);
  if (found.blocks.length > before) return { keyIdentifier: null, notes };
  const vaultUri = `https://${place.vault}.${place.suffix.suffix}`;
  const base = { cloud: place.suffix.cloud, kind: place.suffix.kind, vault: place.vault, key: path.key, vaultUri };
  return { keyIdentifier: withVersion({ ...base, version: null, normalized: '' }, path.version), notes };
}

/**
 * Judges a key identifier by its text alone (VAL-01 to VAL-07). Total: anything that is not text blocks.
 *
 * @param options.track only words the message about a missing version.
 */
export function inspectKeyIdentifier(text: string, options: { track?: TrackId } = {}): KeyIdentifierInspection {
  const found = new Findings();
  const { keyIdentifier, notes } = parse(typeof text === 'string' ? text.trim() : '', options.track ?? null, found);
  const broken = found.blocks.length > 0 ? found.blocks : found.warns;
  return {
    verdict: found.blocks.length > 0 ? 'BLOCK' : found.warns.length > 0 ? 'WARN' : 'PASS',
    rules: broken.length > 0 ? [...new Set(broken.flatMap((finding) => finding.rules))] : ALL_RULES,
    problems: broken.map((finding) => finding.problem),
    keyIdentifier,
    notes,
  };
}

/** Whether two identifiers are of one vault, whatever their case (KID-07, VAL-08). */
export const sameVault = (a: KeyIdentifier, b: KeyIdentifier): boolean => a.vaultUri.toLowerCase() === b.vaultUri.toLowerCase();

/** Whether two identifiers are of one key, whatever their versions (KID-07, API-09). */
export const sameKey = (a: KeyIdentifier, b: KeyIdentifier): boolean => sameVault(a, b) && a.key.toLowerCase() === b.key.toLowerCase();

/** The same key with this version; null makes the base identifier. */
export const withVersion = (identifier: KeyIdentifier, version: string | null): KeyIdentifier => ({
  ...identifier,
  version,
  normalized: `${identifier.vaultUri}/keys/${identifier.key}${version === null ? '' : `/${version}`}`,
});
