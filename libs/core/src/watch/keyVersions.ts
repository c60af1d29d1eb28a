/**
 * The versions of a watched key. A new one is a rotation, and good news (ROT-01); the one before
 * has to stay enabled for a day (ROT-02, ROT-03, TM-10, TM-11).
 */
import { inspectKeyIdentifier } from '../keyIdentifier.ts';
import type { StepFacts } from '../facts.ts';
import { plusSeconds } from '../polling.ts';
import type { Instant } from '../vocabulary.ts';
import type { WatchedVersion } from './watch.ts';

/** ROT-03. Documented, so never scaled. */
const STAYS_ENABLED_SECONDS = 24 * 3600;

/** Former versions that are kept to be shown. */
const KEPT_FORMER_VERSIONS = 10;

/**
 * A former version as an observation read it; `enabled` null: it could not be read, or Azure says
 * nothing.
 */
export interface FormerVersion {
  version: string;
  enabled: boolean | null;
}

/** When a version that was replaced may be disabled; null of the current one. */
export const mayBeDisabledAfter = ({ replacedAt }: WatchedVersion): Instant | null =>
  replacedAt === null ? null : plusSeconds(replacedAt, STAYS_ENABLED_SECONDS);

const hasToStay = (version: WatchedVersion, at: Instant): boolean => {
  const until = mayBeDisabledAfter(version);
  return until !== null && Date.parse(at) < Date.parse(until);
};

/** The former versions that the next observation has to read. */
export const versionsToRead = (versions: readonly WatchedVersion[], at: Instant): string[] =>
  versions.filter((version) => hasToStay(version, at)).map(({ version }) => version);

/** Replaced versions that were disabled before they might be. */
export const unsafeVersions = (
  versions: readonly WatchedVersion[],
  at: Instant,
): WatchedVersion[] =>
  versions.filter(
    (version) => version.unsafeAt !== null && version.enabled === false && hasToStay(version, at),
  );

function seenVersion(facts: StepFacts | null): Pick<WatchedVersion, 'version' | 'enabled'> | null {
  if (!facts || !('key' in facts) || facts.key.outcome !== 'seen') return null;
  const version = inspectKeyIdentifier(facts.key.value.keyIdentifier).keyIdentifier?.version;
  return version ? { version: version.toLowerCase(), enabled: facts.key.value.enabled } : null;
}

/**
 * The versions after an observation that read the current one by `facts`, and some of the former
 * ones.
 */
export function versionsAfter(
  versions: readonly WatchedVersion[],
  facts: StepFacts | null,
  former: readonly FormerVersion[],
  at: Instant,
): WatchedVersion[] {
  const current = seenVersion(facts);
  const read = new Map(former.map(({ version, enabled }) => [version.toLowerCase(), enabled]));
  const known = versions.map((one): WatchedVersion => {
    if (one.version === current?.version)
      return { ...one, enabled: current.enabled, replacedAt: null, unsafeAt: null };
    // Seen first as a former one, or again so: the day begins when somebody can know of it.
    const replacedAt = current ? (one.replacedAt ?? at) : one.replacedAt;
    const enabled = read.get(one.version) ?? one.enabled;
    const after = { ...one, replacedAt, enabled };
    const unsafe = enabled === false && hasToStay(after, at);
    return { ...after, unsafeAt: unsafe ? (one.unsafeAt ?? at) : null };
  });
  if (!current) return known;
  const isKnown = known.some(({ version }) => version === current.version);
  const all: WatchedVersion[] = isKnown
    ? known
    : [{ ...current, firstSeenAt: at, replacedAt: null, unsafeAt: null }, ...known];
  return all
    .toSorted(
      (a, b) =>
        Number(a.version !== current.version) - Number(b.version !== current.version) ||
        Date.parse(b.firstSeenAt) - Date.parse(a.firstSeenAt),
    )
    .slice(0, KEPT_FORMER_VERSIONS + 1);
}
