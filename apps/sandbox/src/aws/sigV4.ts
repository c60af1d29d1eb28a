/**
 * Signature Version 4, computed from the request as it arrived. Written here and not taken from the
 * SDK, so that the two check each other.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Call } from '../server/exchange.ts';

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** What an `Authorization` header says. */
export interface ReadSignature {
  accessKeyId: string;
  /** `YYYYMMDD` */
  day: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
}

const FORM =
  /^AWS4-HMAC-SHA256 Credential=([\w]{4,128})\/(\d{8})\/([\w-]+)\/([\w-]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/** Null where the header has another form. */
export function readSignature(authorization: string): ReadSignature | null {
  const found = FORM.exec(authorization);
  if (!found) return null;
  const [, accessKeyId = '', day = '', region = '', service = '', names = '', signature = ''] =
    found;
  return { accessKeyId, day, region, service, signedHeaders: names.split(';'), signature };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** RFC 3986: everything but unreserved characters. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const headerOf = ({ headers }: Call, name: string): string =>
  [headers[name] ?? ''].flat().join(',').trim().replace(/ +/g, ' ');

function canonicalRequest(call: Call, signedHeaders: string[]): string {
  const query = [...call.query]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  return [
    call.method,
    call.path.split('/').map(encode).join('/'),
    query,
    ...signedHeaders.map((name) => `${name}:${headerOf(call, name)}`),
    '',
    signedHeaders.join(';'),
    sha256(call.body),
  ].join('\n');
}

/**
 * The signature that the request should have.
 * @param at `YYYYMMDDTHHMMSSZ`, from `x-amz-date`
 */
export function signatureOf(
  call: Call,
  { day, region, service, signedHeaders }: ReadSignature,
  at: string,
  secretAccessKey: string,
): string {
  const scope = `${day}/${region}/${service}/aws4_request`;
  const text = [ALGORITHM, at, scope, sha256(canonicalRequest(call, signedHeaders))].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secretAccessKey}`,
  );
  return hmac(key, text).toString('hex');
}

export const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
