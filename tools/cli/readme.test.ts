/** The examples in the client's README do what they say, against a running Keyway. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot } from '../bootstrap/places.mjs';
import { graphqlClient, type GraphqlClient } from '../product/graphqlClient.ts';
import { startProduct, type Product } from '../product/startProduct.ts';

// Inside the repository: the examples import packages of the workspace.
const folder = inRoot('out', `readme-${process.pid}`);
const readme = readFileSync(inRoot('libs', 'client', 'README.md'), 'utf8');
const examples = [...readme.matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code]) => code!);

let product: Product;
let owner: GraphqlClient;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  product = await startProduct({ KEYWAY_POLL_SCALE: '0.01' });
  owner = graphqlClient(product.url, product.token);
});
afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What an example prints. */
function run(index: number): Promise<string> {
  const file = join(folder, `example${index}.ts`);
  writeFileSync(file, examples[index]!);
  const child = spawn(process.execPath, ['--conditions=@keyway/source', file], {
    env: { PATH: process.env['PATH'], KEYWAY_URL: product.url, KEYWAY_TOKEN: product.token },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (output += part));
  return new Promise((resolve) => child.on('close', (code) => resolve(`${output}${code}`)));
}

/** An organization with a run, which is a change. */
async function startRun(): Promise<void> {
  const imsOrgId = `${randomBytes(12).toString('hex').toUpperCase()}@AdobeOrg`;
  const input = { name: `Live ${imsOrgId}`, imsOrgId, shield: 'HEALTHCARE_SHIELD' };
  const made = await owner.mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    input,
    'organization { id }',
  );
  const organizationId = made.organization.id;
  await owner.mutate('startRun', 'StartRunInput', { organizationId }, 'run { id }');
}

test('there are examples of everything', () => expect(examples).toHaveLength(5));

test('a query', async () => expect(await run(0)).toBe('Signed in as Bootstrap token\n0'));

test('a list', async () => expect(await run(1)).toBe('All read.\n0'));

test('a change that is refused', async () => {
  expect(await run(2)).toMatch(/^INVALID_INPUT in imsOrgId: .+\n0$/);
});

test('a subscription', async () => {
  await startRun();
  expect(await run(3)).toBe('IN_PROGRESS\naborted\n0');
});

test('a document of one’s own', async () => expect(await run(4)).toBe('number\n0'));
