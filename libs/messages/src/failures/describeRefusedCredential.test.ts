import { LOCALES } from '@keyway/core';
import { expect, it } from 'vitest';
import { describeRefusedCredential } from './describeRefusedCredential.ts';

const ORGANIZATION = { imsOrgId: '0123456789ABCDEF01234567@AdobeOrg', region: 'NLD2' } as const;

it.each([
  ['azure', 'AADSTS90002', /no such tenant/, /No existe ese inquilino/],
  ['azure', 'AADSTS7000215', /client secret is wrong/, /secreto de cliente no es correcto/],
  ['azure', 'AADSTS7000222', /client secret has expired/, /secreto de cliente ha expirado/],
  ['azure', 'AADSTS700016', /not in the tenant/, /no está en el inquilino/],
  ['azure', 'AADSTS700027', /can’t verify the signature/, /no puede verificar la firma/],
  ['azure', 'AADSTS1000502', /certificate has expired/, /certificado ha expirado/],
  ['azure', 'AADSTS70021', /no federated credential/, /no tiene una credencial federada/],
  ['azure', 'AADSTS700213', /no federated credential/, /no tiene una credencial federada/],
  ['azure', 'AADSTS53003', /Conditional Access/, /acceso condicional/],
  ['azure', 'SubscriptionNotFound', /no such subscription/, /no tiene esa suscripción/],
  ['azure', 'AuthorizationFailed', /can’t read the subscription/, /no puede leer la suscripción/],
  ['azure', 'AADSTS1', /does not accept the credential/, /no acepta la credencial/],
  ['azure', 'toString', /does not accept the credential/, /no acepta la credencial/],
  ['azure', 'KEYWAY_CREDENTIAL_NOT_READABLE', /sealing key has changed/, /clave de sellado/],
  ['adobe', 'invalid_client', /does not accept this client ID/, /no acepta este ID de cliente/],
  ['adobe', 'invalid_scope', /one of the scopes/, /uno de los ámbitos/],
  ['adobe', 'AuthorizationFailed', /does not accept the credential/, /no acepta la credencial/],
  ['adobe', '403027', /NLD2 \(host platform-nld2\.adobe\.io\)/, /NLD2 \(host platform-nld2/],
  ['adobe', null, /does not accept the credential/, /no acepta la credencial/],
] as const)('says why %s refused a credential with %s, and what to do', (cloud, code, en, es) => {
  const [english, spanish] = LOCALES.map((locale) =>
    describeRefusedCredential({ code, cloud }, ORGANIZATION, locale),
  );
  expect(english!.cause).toMatch(en);
  expect(spanish!.cause).toMatch(es);
  expect(english!.remedy).not.toBe(spanish!.remedy);
  expect(JSON.stringify([english, spanish])).not.toMatch(/[{}](?![",\]}[])|undefined/);
});
