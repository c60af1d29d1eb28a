/** What `npm run judge` is pointed at: addresses, credentials and what is known to be there. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseKeyArn } from '@keyway/core';
import { z } from 'zod';

const guid = z.guid();
/** Better not in the file itself: `{ "env": "NAME" }` or `{ "file": "path" }`. */
const secret = z.union([
  z.string().min(1),
  z.strictObject({ env: z.string().min(1) }),
  z.strictObject({ file: z.string().min(1) }),
]);
/** Facts by their names, such as `{ "enablePurgeProtection": true }`; others may have any value. */
const facts = z.record(z.string(), z.unknown());

const azureSchema = z.strictObject({
  tenantId: guid,
  /** Left out: found among those that the credential can see. */
  subscriptionId: guid.optional(),
  clientId: guid,
  clientSecret: secret,
  /** `https://{vault}.vault.azure.net/keys/{key}[/{version}]`. */
  keyIdentifier: z.url({ protocol: /^https$/ }),
  /** Of an application that has a service principal in the tenant. */
  applicationId: guid.optional(),
  expected: z
    .strictObject({ vault: facts, key: facts, servicePrincipal: facts, probe: facts })
    .partial()
    .default({}),
});
const adobeSchema = z.strictObject({
  imsOrgId: z.string().regex(/^[0-9A-F]{24}@AdobeOrg$/),
  /** Such as `platform-nld2.adobe.io`. */
  host: z.string().min(1),
  clientId: z.string().min(1),
  clientSecret: secret,
  scopes: z.array(z.string()).min(1),
  /** The name of a configuration that is there. */
  configuration: z.string().min(1).optional(),
  expected: z.strictObject({ appRegistration: facts, configuration: facts }).partial().default({}),
});
const awsSchema = z.strictObject({
  roleArn: z.string().regex(/^arn:aws:iam::\d{12}:role\/.+/),
  externalId: secret,
  /** Keyway's own identity; the default chain of the SDK where it is left out. */
  identity: z.strictObject({ accessKeyId: z.string().min(1), secretAccessKey: secret }).optional(),
  region: z.string().min(1),
  keyArn: z
    .string()
    .refine((arn) => parseKeyArn(arn) !== null, 'not the ARN of a single-Region key (AWS-10)'),
  expected: z.strictObject({ key: facts, rotation: facts }).partial().default({}),
});

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
const emulatorSchema = z
  .strictObject({
    /** `kms.us-east-1.amazonaws.com` or `*.vault.azure.net`; every host where it is left out. */
    hosts: z.array(z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/)).optional(),
    host: z.string().min(1),
    port: z.int().min(1),
    /** Left out: it speaks plain HTTP. */
    caFile: z.string().min(1).optional(),
  })
  .refine(
    ({ host, caFile }) => caFile !== undefined || LOOPBACK.test(host),
    'without a caFile secrets are sent in the clear, which is for an address of this machine alone',
  );

const targetSchema = z
  .strictObject({
    name: z.string().min(1),
    /** All calls go there; to the real hosts on the internet where it is left out. */
    emulator: z.union([emulatorSchema, z.array(emulatorSchema).min(1)]).optional(),
    azure: azureSchema.optional(),
    adobe: adobeSchema.optional(),
    aws: awsSchema.optional(),
    /** IDs of cases that it does not offer, such as `azure.denyAssignments`. */
    notOffered: z.array(z.string()).default([]),
  })
  .refine(({ azure, adobe, aws }) => azure ?? adobe ?? aws, 'names none of azure, adobe and aws');

export type Target = z.infer<typeof targetSchema>;
export type AzureTarget = z.infer<typeof azureSchema>;
export type AdobeTarget = z.infer<typeof adobeSchema>;
export type AwsTarget = z.infer<typeof awsSchema>;
export type Secret = z.infer<typeof secret>;

/** What is wrong with a target, for whoever wrote it. */
export class TargetProblem extends Error {
  override readonly name = 'TargetProblem';
}

/** @throws TargetProblem with each member that is wrong, and never with a secret */
export function readTarget(file: string): Target {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // The message of a parser quotes the text, which may hold a secret.
    const why = error instanceof SyntaxError ? 'it is not JSON' : (error as Error).message;
    throw new TargetProblem(`${file} can’t be read: ${why}`);
  }
  const { data, error } = targetSchema.safeParse(given);
  if (data) return data;
  const problems = error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'target'}: ${message}`,
  );
  throw new TargetProblem([`${file} is not a target:`, ...problems].join('\n'));
}

/** @throws TargetProblem where the variable or file is not there */
export function secretOf(given: Secret, environment: NodeJS.ProcessEnv): string {
  if (typeof given === 'string') return given;
  if ('env' in given) {
    const value = environment[given.env];
    if (!value) throw new TargetProblem(`The variable ${given.env} is not set.`);
    return value;
  }
  try {
    return readFileSync(resolve(given.file), 'utf8').trim();
  } catch (error) {
    throw new TargetProblem(`${given.file} can’t be read: ${(error as Error).message}`);
  }
}
