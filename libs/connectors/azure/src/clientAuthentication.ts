/**
 * How a connection proves itself to Entra: by its secret, or by an assertion that its certificate's
 * key signs or Keyway as an identity provider.
 */
import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { AzureConnection } from '@keyway/core';
import { SignJWT } from 'jose';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** Entra refuses an assertion that is valid for longer than a day; each is used once. */
const LIFETIME_SECONDS = 300;
/** For clocks that differ. */
const BACKDATED_SECONDS = 60;

/** The credential can't even be tried. */
export const malformedCredential = (): ConnectorError =>
  new ConnectorError(
    { kind: 'credential', code: OWN_CODES.malformedCredential },
    { ambiguous: false, detail: 'Tenant ID, client ID or credential is missing or malformed' },
  );

/** The fields of a token request, for the URL that it is sent to. */
type Authenticate = (tokenUrl: string) => Promise<Record<string, string>>;

const byAssertion = (assertion: string): Record<string, string> => ({
  client_assertion_type: ASSERTION_TYPE,
  client_assertion: assertion,
});

/** PS256 with the SHA-256 thumbprint, as Entra documents it. */
function certificateAssertions(clientId: string, pem: string): Authenticate {
  const { key, thumbprint } = openCertificate(pem);
  return async (tokenUrl) => {
    const now = Math.floor(Date.now() / 1000);
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(tokenUrl)
      .setJti(randomUUID())
      .setNotBefore(now - BACKDATED_SECONDS)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME_SECONDS)
      .sign(key);
    return byAssertion(assertion);
  };
}

function openCertificate(pem: string) {
  try {
    const { fingerprint256 } = new X509Certificate(pem);
    const thumbprint = Buffer.from(fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
    return { key: createPrivateKey(pem), thumbprint };
  } catch {
    // Whatever OpenSSL says about the key is of no use to the reader.
    throw malformedCredential();
  }
}

/** @throws ConnectorError `credential` where the connection has no usable credential */
export function clientAuthentication(connection: AzureConnection): Authenticate {
  const { clientId, clientSecret, certificatePem, federation } = connection;
  if (federation) return async () => byAssertion(await federation.sign());
  if (certificatePem) return certificateAssertions(clientId, certificatePem);
  if (!clientSecret) throw malformedCredential();
  return () => Promise.resolve({ client_secret: clientSecret });
}
