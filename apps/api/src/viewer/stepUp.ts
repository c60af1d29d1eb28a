/**
 * Step-up: what can't be undone or gives access needs a recent or strong sign-in, if the settings
 * say so. It is asked of the session at each request, whatever way the request comes.
 */
import { refuse, type Refusal } from '@keyway/core';
import type { Authenticated } from '@keyway/store';
import type { ProviderConfig } from '../config.ts';
import { withParameters } from '../signIn/providers.ts';
import type { MutationName } from './permissions.ts';

/** Approving, and what is sent by it: for people alone. */
const CANNOT_BE_UNDONE: ReadonlySet<MutationName> = new Set(['approve', 'submitConfiguration']);
/** What decides who may approve, and by which rules: tokens for it were made by such a sign-in. */
const GIVES_ACCESS: ReadonlySet<MutationName> = new Set([
  'inviteMember',
  'changeGrants',
  'setSignInPolicy',
  'setPolicy',
  'createApiToken',
]);

interface Asked {
  providers: readonly ProviderConfig[];
  now: string;
}

/** Whether the viewer's session is a sign-in that suffices. */
function suffices({ session }: Authenticated, { providers, now }: Asked): boolean {
  const provider = providers.find(({ id }) => id === session?.provider);
  // Nothing is known of who came from a provider that is no longer set.
  if (!session || !provider) return !providers.some(({ stepUp }) => stepUp);
  const { maxAgeSeconds = null, acr = null } = provider.stepUp ?? {};
  return (
    (acr === null || (session.acr !== null && acr.includes(session.acr))) &&
    (maxAgeSeconds === null || ageOf(session, now) <= maxAgeSeconds)
  );
}

/** In seconds; infinite where the provider didn't say when. */
const ageOf = ({ authenticatedAt }: { authenticatedAt: string | null }, now: string): number =>
  authenticatedAt === null ? Infinity : (Date.parse(now) - Date.parse(authenticatedAt)) / 1000;

/** Why the viewer may not run a mutation now; null where nothing is in the way. */
export function stepUpRefusal(
  viewer: Authenticated,
  mutation: MutationName,
  asked: Asked,
): Refusal | null {
  const isPerson = viewer.kind === 'MEMBER';
  const isAsked = CANNOT_BE_UNDONE.has(mutation) || (isPerson && GIVES_ACCESS.has(mutation));
  if (!isAsked || suffices(viewer, asked)) return null;
  // A token is no person in front of a browser.
  return refuse(isPerson ? 'signInAgain' : 'signInNeeded', null, { mutation });
}

/** Where a person signs in again before such a mutation; null where they need not. */
export function signInAgainUrl(viewer: Authenticated, asked: Asked): string | null {
  if (viewer.kind !== 'MEMBER' || suffices(viewer, asked)) return null;
  const id = viewer.session?.provider;
  const provider = asked.providers.find((known) => known.id === id)?.id;
  return withParameters('/auth/login', { stepUp: '1', ...(provider && { provider }) });
}
