/** Which Keyway is called, and as whom. */
import { DEFAULT_PROFILE, type ProfileFiles } from '../profiles/profileFiles.ts';
import { notFoundError, usageError } from './cliError.ts';

export interface Endpoint {
  url: string;
  /** Null: nobody is signed in. */
  token: string | null;
  /** The profile that the token is from; null where it is from the environment. */
  profile: string | null;
}

/** Where `npm start` listens. */
export const DEFAULT_URL = 'http://localhost:4000';

interface Chosen {
  profile?: string | undefined;
  url?: string | undefined;
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/**
 * `--profile` first, then `KEYWAY_TOKEN`, then `KEYWAY_PROFILE` or the current profile. The token
 * of a profile goes to that profile's address alone.
 */
export async function chooseEndpoint(
  { profile: named, url: typedUrl }: Chosen,
  env: Readonly<Record<string, string | undefined>>,
  profiles: ProfileFiles,
): Promise<Endpoint> {
  const url = typedUrl ?? (env['KEYWAY_URL'] || undefined);
  const token = env['KEYWAY_TOKEN']?.trim();
  if (named === undefined && token) return { url: url ?? DEFAULT_URL, token, profile: null };
  const wanted = named ?? (env['KEYWAY_PROFILE'] || undefined);
  const name = wanted ?? (await profiles.current());
  const profile = await profiles.read(name);
  if (!profile) {
    if (wanted === undefined || wanted === DEFAULT_PROFILE)
      return { url: url ?? DEFAULT_URL, token: null, profile: null };
    throw notFoundError(
      `There is no profile ${wanted}.`,
      `Make it with \`keyway login --profile ${wanted}\`, or see \`keyway profiles list\`.`,
    );
  }
  if (url !== undefined && withoutSlash(url) !== withoutSlash(profile.url))
    throw usageError(
      `The profile ${name} is for ${profile.url}, so its token is not sent to ${url}.`,
      `Set KEYWAY_TOKEN, or sign in there: \`keyway login --profile <name> --url ${url}\`.`,
    );
  return { url: profile.url, token: profile.token, profile: name };
}
