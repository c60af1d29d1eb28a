/**
 * What was asked of STS and KMS, also what was refused. Both take reads by POST, so that neither
 * method nor path says what a call does, and the ledger has changes only.
 */
import { isObject } from '../isObject.ts';
import type { Answer, Call } from '../server/exchange.ts';
import { awsEndpointOf } from './awsHosts.ts';

/** As `GET /calls/aws` lists it: no signature, no token, and no other text of the request. */
export interface AwsCall {
  at: string;
  service: 'sts' | 'kms';
  region: string;
  /** Such as `DescribeKey`; null where none was named. */
  operation: string | null;
  /** Whether an operation of this name only reads. */
  reads: boolean;
  /** The key or the role that was named. */
  resource: string | null;
  /** AWS's code of a refusal. */
  error: string | null;
  status: number;
}

const MAX_KEPT = 1000;
const MAX_TEXT = 200;
/** A session changes nothing of a customer's. */
const READS = /^(?:AssumeRole$|(?:Get|Describe|List)[A-Z])/;

const shortText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, MAX_TEXT) : null;

function keyNamed(body: string): unknown {
  try {
    const json: unknown = JSON.parse(body);
    return isObject(json) ? (json as Record<string, unknown>)['KeyId'] : null;
  } catch {
    return null;
  }
}

function asked({ headers, body }: Call, service: AwsCall['service']) {
  if (service === 'sts') {
    const form = new URLSearchParams(body);
    return { operation: form.get('Action'), resource: form.get('RoleArn') };
  }
  const target = String(headers['x-amz-target'] ?? '');
  return { operation: target.replace(/^TrentService\./, ''), resource: keyNamed(body) };
}

function errorOf({ status, headers, body }: Answer): string | null {
  if (status < 300) return null;
  const named = headers?.['x-amzn-errortype'];
  return named ?? (typeof body === 'string' ? (/<Code>(\w+)</.exec(body)?.[1] ?? null) : null);
}

/** The latest calls, oldest first; they are kept in memory. */
export class AwsCalls {
  private calls: AwsCall[] = [];

  list(): readonly AwsCall[] {
    return this.calls;
  }

  /** A call of another cloud is none of these. */
  add(call: Call, answer: Answer, at: number): void {
    const endpoint = awsEndpointOf(call.host);
    if (!endpoint) return;
    const { operation, resource } = asked(call, endpoint.service);
    const added: AwsCall = {
      at: new Date(at).toISOString(),
      service: endpoint.service,
      region: endpoint.region,
      operation: shortText(operation),
      reads: READS.test(operation ?? ''),
      resource: shortText(resource),
      error: errorOf(answer),
      status: answer.status,
    };
    this.calls = [...this.calls.slice(1 - MAX_KEPT), added];
  }

  forget(): void {
    this.calls = [];
  }
}
