/**
 * What Adobe says of its application agrees with itself (VAL-32, AEP-22). Until it does, its URL is
 * shown to nobody: a person who consents to a tampered one gives a stranger's application access.
 */
import type { AppRegistrationFacts } from '../facts.ts';
import { failureValues } from '../failures/hintOf.ts';
import { checkFacts, type Found } from '../catalog/defineCheck.ts';
import { onlyValue, readHttpsAddress } from '../addresses/httpsAddress.ts';
import { textOf } from './lenient.ts';

const OUTCOMES = {
  ok: 'PASS',
  absent: 'BLOCK',
  incomplete: 'BLOCK',
  otherSignInHost: 'BLOCK',
  otherClient: 'BLOCK',
  otherRedirect: 'BLOCK',
  otherAdobeHost: 'BLOCK',
  otherName: 'BLOCK',
  unclear: 'UNKNOWN',
} as const;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const AUTHORIZE_PATH = /^\/[A-Za-z0-9.-]+\/oauth2\/(v2\.0\/)?authorize$/;

/** Evaluates one app registration; the first thing that does not agree. */
export function evaluateAppRegistration(
  registration: AppRegistrationFacts,
): Found<keyof typeof OUTCOMES> {
  const [name, uri, id, redirect] = [
    registration.name,
    registration.applicationUri,
    registration.applicationId,
    registration.applicationRedirectUrl,
  ].map(textOf);
  if (!name || !uri || !id || !redirect || !GUID.test(id))
    return { outcome: 'incomplete', values: { applicationId: id ?? null, name: name ?? null } };
  const values = { applicationId: id.toLowerCase(), name, applicationUri: uri };
  const signIn = readHttpsAddress(redirect);
  if (signIn?.host !== 'login.microsoftonline.com' || !AUTHORIZE_PATH.test(signIn.path))
    return { outcome: 'otherSignInHost', values };
  if (onlyValue(signIn, 'client_id')?.toLowerCase() !== id.toLowerCase())
    return { outcome: 'otherClient', values };
  if (onlyValue(signIn, 'redirect_uri') !== uri) return { outcome: 'otherRedirect', values };
  const adobe = readHttpsAddress(uri);
  if (!adobe || !(adobe.host === 'adobe.com' || adobe.host.endsWith('.adobe.com')))
    return { outcome: 'otherAdobeHost', values };
  return { outcome: uri.endsWith(name) ? 'ok' : 'otherName', values };
}

export const appRegistrationHoldsTogether = checkFacts({
  step: 'APP_REGISTRATION',
  tracks: ['AEP'],
  overridableOn: [],
  rules: ['VAL-32', 'AEP-20', 'AEP-22', 'AEP-23'],
  needsSubject: true,
  outcomes: OUTCOMES,
  evaluate: ({ registration }, { organization }) => {
    if (registration?.outcome === 'absent') {
      const failure = registration.failure ?? {
        kind: 'notFound',
        message: textOf(registration.detail) ?? '',
      };
      return {
        outcome: 'absent',
        missing: true,
        values: failureValues(failure, 'adobe', organization),
      };
    }
    if (registration?.outcome !== 'seen' || !registration.value) return { outcome: 'unclear' };
    return evaluateAppRegistration(registration.value);
  },
});
