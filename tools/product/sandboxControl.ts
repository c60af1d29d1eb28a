/** A client of the sandbox's controls: HTTPS under its own name, at the address it listens on. */
import { readFileSync } from 'node:fs';
import { request } from 'node:https';

/** A customer that a scenario laid out. */
export interface SandboxCustomer {
  imsOrgId: string;
  tenantId: string;
  subscriptionId: string;
  keys: { AEP: string; CJA: string };
}

/** A customer on AWS that a scenario laid out. */
export interface AwsCustomer {
  imsOrgId: string;
  aws: { region: string; roleArn: string; keyArn: string; keyPolicyTemplate: string };
}

/** One accepted state-changing call, as `GET /ledger` lists it. */
export interface LedgerRow {
  method: string;
  host: string;
  path: string;
  body: string;
  status: number;
}

/**
 * One call of the controls, such as `('POST', '/scenario', { scenario: 'happyPath' })`. Rejects on
 * everything but a 2xx.
 */
export type SandboxControl = <T>(method: string, path: string, body?: object) => Promise<T>;

const NAME = 'sandbox.keyway.test';

/**
 * @param address `host:port` @param caFile PEM file of the sandbox's CA; read at the first call,
 *   since a sandbox that starts writes it
 */
export function sandboxControl(address: string, caFile: string): SandboxControl {
  const colon = address.lastIndexOf(':');
  const place = {
    host: address.slice(0, colon).replace(/^\[|\]$/g, ''),
    port: Number(address.slice(colon + 1)),
    servername: NAME,
  };
  return <T>(method: string, path: string, body?: object) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const headers = {
      host: NAME,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    };
    return new Promise<T>((resolve, reject) => {
      const call = request(
        { ...place, method, path, headers, ca: readFileSync(caFile) },
        (response) => {
          let answer = '';
          response.setEncoding('utf8').on('data', (part: string) => (answer += part));
          response.on('end', () =>
            (response.statusCode ?? 500) < 300
              ? resolve(JSON.parse(answer || 'null') as T)
              : reject(
                  new Error(
                    `sandbox, ${method} ${path}: HTTP ${response.statusCode} ${answer.slice(0, 200)}`,
                  ),
                ),
          );
        },
      );
      call.on('error', reject).end(text);
    });
  };
}
