/** Which of Keyway's public keys are trusted: given, seen before, or for the first time. */
import { parseKeySet, type EvidenceKeySet } from '@keyway/evidence';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT, usageError } from '../cli/cliError.ts';
import { readText } from '../cli/readText.ts';
import { unwrap } from '../cli/unwrap.ts';
import type { Profile } from '../profiles/profileFiles.ts';

export const KEYS_PATH = '/.well-known/keyway-keys.json';

/** Why a text is not what Keyway serves at `KEYS_PATH`; null where it is. */
function keySetProblem(text: string, keys: EvidenceKeySet | null): string | null {
  if (!keys) return 'it is no JSON with a list "keys"';
  const { keys: listed } = JSON.parse(text) as { keys: unknown[] };
  if (listed.length === 0) return 'its list "keys" is empty';
  if (keys.keys.length < listed.length)
    return 'one of its keys is no Ed25519 public key, or its "kid" is not its thumbprint (RFC 7638)';
  return null;
}

/** The keys of a file. */
export async function keysOfFile(file: string): Promise<EvidenceKeySet> {
  const text = await readText(file);
  const keys = parseKeySet(text);
  const problem = keySetProblem(text, keys);
  if (keys && !problem) return keys;
  throw usageError(`${file} is not as ${KEYS_PATH} serves Keyway's keys: ${problem}.`);
}

const keySetOf = ({ keys }: Profile): EvidenceKeySet | null => {
  const set = parseKeySet(JSON.stringify({ keys: keys ?? [] }));
  return set && set.keys.length > 0 ? set : null;
};

/**
 * The keys that the profile has, else another one of the same Keyway; null where none has any, or
 * there is no profile.
 */
export async function pinnedKeys(cli: Cli): Promise<EvidenceKeySet | null> {
  const found = await cli.profile().catch(() => null);
  if (!found) return null;
  const own = keySetOf(found.profile);
  if (own) return own;
  for (const name of await cli.profiles.names()) {
    const other = await cli.profiles.read(name).catch(() => null);
    const keys = other?.url === found.profile.url ? keySetOf(other) : null;
    if (keys) return keys;
  }
  return null;
}

/**
 * The keys that the server has now, which must include all that the profile has. Where it has none,
 * these are kept in it: trust on first use.
 */
export async function trustedKeys(cli: Cli): Promise<EvidenceKeySet> {
  const client = await cli.client();
  const response = unwrap(await client.download(KEYS_PATH));
  const served = parseKeySet(await response.text());
  if (!served) throw new CliError(EXIT.failed, `${client.url}${KEYS_PATH} holds no keys.`);
  const pinned = await pinnedKeys(cli);
  const missing = pinned?.keys.find(({ kid }) => !served.keys.some((key) => key.kid === kid));
  if (missing)
    throw new CliError(EXIT.failed, `Keyway has no key ${missing.kid} any more, which it had.`, {
      hint: 'Former keys are kept for ever, so somebody replaced them. Give trusted ones: --keys.',
    });
  for (const { kid } of pinned ? served.keys : [])
    if (!pinned?.keys.some((key) => key.kid === kid))
      cli.out.note(`Keyway has a new public key, ${kid}, which is trusted from now on.`);
  const found = await cli.profile();
  if (found && (pinned?.keys.length ?? 0) < served.keys.length)
    await cli.profiles.change(found.name, (now) => withKeys(now, client.url, served));
  if (!pinned) cli.out.note(found ? FIRST_USE : NOT_KEPT);
  return served;
}

/** Null where the profile is for another Keyway by now. Keys that it got meanwhile stay in it. */
function withKeys(now: Profile, url: string, { keys }: EvidenceKeySet): Profile | null {
  if (now.url !== url) return null;
  const kept = parseKeySet(JSON.stringify({ keys: now.keys ?? [] }))?.keys ?? [];
  const added = keys.filter(({ kid }) => !kept.some((key) => key.kid === kid));
  return { ...now, keys: [...kept, ...added] };
}

const FIRST_USE =
  "Keyway's public keys are trusted as they were seen just now, and kept in the profile. Compare them with what you got otherwise: --keys.";
const NOT_KEPT =
  "Keyway's public keys are trusted as the server gave them just now. Pin them: --keys, or sign in with `keyway login`.";
