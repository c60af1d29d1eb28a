/** Errors as STS (query protocol, XML) and KMS (JSON 1.1) write them. */
import type { Answer } from '../server/exchange.ts';
import { Refusal } from '../server/exchange.ts';
import type { AwsEndpoint } from './awsHosts.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export const xml = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one]!);

export const STS_NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

export const stsError = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': crypto.randomUUID() },
  body: `<ErrorResponse xmlns="${STS_NAMESPACE}">
  <Error>
    <Type>Sender</Type>
    <Code>${xml(code)}</Code>
    <Message>${xml(message)}</Message>
  </Error>
  <RequestId>${crypto.randomUUID()}</RequestId>
</ErrorResponse>
`,
});

/** KMS answers 400 to everything that its caller did wrong, denied permissions included. */
export const kmsError = (code: string, message: string, status = 400): Answer => ({
  status,
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-requestid': crypto.randomUUID(),
    'x-amzn-errortype': code,
  },
  body: JSON.stringify({ __type: code, message }),
});

/** Refusals of a signature: each service has its own code for the same reason. */
const SIGNATURE_CODES = {
  missing: ['MissingAuthenticationToken', 'MissingAuthenticationTokenException'],
  incomplete: ['IncompleteSignature', 'IncompleteSignatureException'],
  unknownKey: ['InvalidClientTokenId', 'UnrecognizedClientException'],
  expiredToken: ['ExpiredToken', 'ExpiredTokenException'],
  signature: ['SignatureDoesNotMatch', 'InvalidSignatureException'],
} as const;

export function signatureRefusal(
  { service }: AwsEndpoint,
  reason: keyof typeof SIGNATURE_CODES,
  message: string,
): Refusal {
  const [sts, kms] = SIGNATURE_CODES[reason];
  if (service === 'kms') return new Refusal(kmsError(kms, message));
  return new Refusal(stsError(reason === 'incomplete' ? 400 : 403, sts, message));
}
