/**
 * Adobe's app registration agrees with itself (VAL-32, AEP-22). Until it does, its URL is
 * shown to nobody: who consents to a tampered one gives another application access.
 */
import type { AppRegistrationFacts } from '../facts.ts';
import { isGuid } from '../guid.ts';
import { failureValues } from '../failures/hintOf.ts';
import { existenceCheck, type Found } from '../catalog/defineCheck.ts';
import { onlyValue, readHttpsAddress } from '../addresses/httpsAddress.ts';

const OUTCOMES = {
  ok: 'PASS',
  absent: 'BLOCK',
  incomplete: 'BLOCK',
  otherSignInHost: 'BLOCK',
  otherClient: 'BLOCK',
  otherRedirect: 'BLOCK',
  otherAdobeHost: 'BLOCK',
  otherName: 'BLOCK',
} as const;
const AUTHORIZE_PATH = /^\/[A-Za-z0-9.-]+\/oauth2\/(v2\.0\/)?authorize$/;

/** Evaluates one app registration; the first thing that does not agree. */
export function evaluateAppRegistration({
  name,
  applicationUri: uri,
  applicationId: id,
  applicationRedirectUrl: redirect,
}: AppRegistrationFacts): Found<keyof typeof OUTCOMES> {
  if (!name || !uri || !redirect || !isGuid(id))
    return { outcome: 'incomplete', values: { applicationId: id || null, name: name || null } };
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

export const appRegistrationHoldsTogether = existenceCheck({
  step: 'APP_REGISTRATION',
  order: 20,
  tracks: ['AEP'],
  overridableOn: [],
  rules: ['VAL-32', 'AEP-20', 'AEP-22', 'AEP-23'],
  outcomes: OUTCOMES,
  evaluate: (registration, { organization }) => {
    if (registration.outcome === 'seen') return evaluateAppRegistration(registration.value);
    const { failure, detail } = registration;
    return {
      outcome: 'absent',
      missing: true,
      values: failureValues(
        failure ?? { kind: 'notFound', message: detail },
        'adobe',
        organization,
      ),
    };
  },
});
