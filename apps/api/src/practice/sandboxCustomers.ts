/**
 * Asks the sandbox to lay out a customer, by its controls, which are no cloud: no credential and
 * nothing of a partner is sent.
 */
import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import { z } from 'zod';

const NAME = 'sandbox.keyway.test';
const MAX_WAIT_MILLISECONDS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024;

/** What of a customer Keyway needs. */
const CUSTOMER = z.object({
  imsOrgId: z.string().max(100),
  tenantId: z.guid(),
  subscriptionId: z.guid(),
  keys: z.object({ AEP: z.string().max(500), CJA: z.string().max(500) }),
});

export type PracticeCustomer = z.infer<typeof CUSTOMER>;

/** What is laid out, under the sandbox's names. */
export interface PracticeRequest {
  scenario: 'happyPath' | 'noPurgeProtection';
  imsOrgId: string;
  name: string;
}

/**
 * Lays out a customer with the given ID, again from the beginning where there is one. Rejects where
 * the sandbox gives no such answer.
 */
export type LayOutCustomer = (wanted: PracticeRequest) => Promise<PracticeCustomer>;

export interface SandboxPlace {
  host: string;
  port: number;
  /** PEM file of its certificate authority. */
  caFile: string;
}

/** Of the sandbox at the address. */
const sandboxCustomers =
  ({ host, port, caFile }: SandboxPlace): LayOutCustomer =>
  async (wanted) => {
    const body = JSON.stringify({ ...wanted, region: 'VA7' });
    const ca = await readFile(caFile, 'utf8');
    const answer = await post({ host, port, ca, body });
    const customer = CUSTOMER.parse(JSON.parse(answer));
    if (customer.imsOrgId !== wanted.imsOrgId)
      throw new Error('The sandbox laid out another customer than requested.');
    return customer;
  };

interface Installation {
  sandbox: boolean;
  sandboxPlace: SandboxPlace | null;
}

/** Who lays out customers; null with real clouds, whatever is given. */
export const customersOf = (
  { sandbox, sandboxPlace }: Installation,
  given?: LayOutCustomer,
): LayOutCustomer | null =>
  sandbox ? (given ?? (sandboxPlace && sandboxCustomers(sandboxPlace))) : null;

interface Post {
  host: string;
  port: number;
  ca: string;
  body: string;
}

const post = ({ host, port, ca, body }: Post): Promise<string> =>
  new Promise((resolve, reject) => {
    const call = request(
      {
        ...{ host, port, ca, servername: NAME, method: 'POST', path: '/scenario' },
        signal: AbortSignal.timeout(MAX_WAIT_MILLISECONDS),
        headers: {
          ...{ host: NAME, 'content-type': 'application/json' },
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
          if (text.length > MAX_ANSWER_BYTES) call.destroy(new Error('The answer is too long.'));
        });
        response.on('error', reject);
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(text)
            : reject(new Error(`The sandbox answered ${response.statusCode}.`)),
        );
      },
    );
    call.on('error', reject);
    call.end(body);
  });
