/**
 * URLs where a person consents to Adobe's application. They name the vault's tenant, since a guest
 * could consent in another one by the shared path (AEP-25, CON-06).
 */
import { CJA_APPLICATION_ID } from './applicationId.ts';
import { factsOf, tenantOf, vaultOf } from './knowledge.ts';
import type { Run, RunDraft } from './run.ts';
import type { TrackId } from './vocabulary.ts';

const SIGN_IN = 'https://login.microsoftonline.com/';
/** A GUID or a verified domain (CON-02); never one of Microsoft's shared names. */
const TENANT =
  /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/;
const SHARED = new Set(['common', 'organizations', 'consumers']);

const isTenant = (text: string): boolean => TENANT.test(text) && !SHARED.has(text.toLowerCase());

/** Replaces the tenant in a sign-in URL; null where URL or tenant are not valid. */
export function pinConsentUrl(url: string, tenantId: string): string | null {
  if (!isTenant(tenantId) || !url.startsWith(SIGN_IN)) return null;
  const rest = url.slice(SIGN_IN.length);
  const slash = rest.indexOf('/');
  return slash > 0 ? `${SIGN_IN}${tenantId}${rest.slice(slash)}` : null;
}

/** Microsoft's format (CON-02). Adobe doesn't document it, so it is shown as Microsoft's method. */
export function adminConsentUrl(tenantId: string, applicationId: string): string | null {
  return isTenant(tenantId)
    ? `${SIGN_IN}${tenantId}/adminconsent?client_id=${encodeURIComponent(applicationId)}`
    : null;
}

/** CJA's consent URL from Adobe's documentation (CJA-07), with the tenant (CJA-09). */
const cjaConsentUrl = (tenantId: string): string | null =>
  pinConsentUrl(
    `${SIGN_IN}tenant/oauth2/authorize?response_type=code&client_id=${CJA_APPLICATION_ID}&redirect_uri=https://experience.adobe.com&scope=user.read`,
    tenantId,
  );

/**
 * What the vault says to anybody, where nothing better is known and it is another tenant than the
 * organization's: nobody may consent before one of the two is corrected (AEP-25).
 */
export function otherTenantOf(run: RunDraft, track: TrackId): string | null {
  const probed = run.tracks[track].key?.probedTenantId ?? null;
  const isVerified = vaultOf(run, track) !== null || run.connections.azure !== null;
  if (probed === null || isVerified) return null;
  return tenantOf(run, track)?.toLowerCase() === probed ? null : probed;
}

/**
 * Whether the tenant of a track's consent is more than what somebody entered. `asking`: a worker
 * asks the vault for it.
 */
export function tenantConfirmation(run: RunDraft, track: TrackId): 'yes' | 'asking' | 'no' {
  const { key } = run.tracks[track];
  if (vaultOf(run, track) !== null || run.connections.azure !== null) return 'yes';
  if (key?.probedTenantId !== undefined) return 'yes';
  return key?.tenantAsked ? 'asking' : 'no';
}

/** The consent URL of a track, on AEP only after the app registration passed its check (VAL-32). */
export function consentUrlOf(run: Run, track: TrackId): string | null {
  const tenantId = tenantOf(run, track);
  if (tenantId === null || run.organization.cloud !== 'AZURE') return null;
  if (otherTenantOf(run, track) !== null) return null;
  if (track === 'CJA') return cjaConsentUrl(tenantId);
  const held = run.tracks.AEP.steps.APP_REGISTRATION?.checks.some(
    (check) => check.check === 'appRegistrationHoldsTogether' && check.verdict === 'PASS',
  );
  const facts = factsOf(run, 'AEP', 'APP_REGISTRATION');
  return held && facts?.registration.outcome === 'seen'
    ? pinConsentUrl(facts.registration.value.applicationRedirectUrl, tenantId)
    : null;
}
