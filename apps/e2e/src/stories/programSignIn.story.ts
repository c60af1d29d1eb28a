/** A program on this computer signs in by the browser, as `keyway login` does. */
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, story } from '../person/story.ts';
import { runningProduct } from '../product/running.ts';

/** What `keyway login` runs while it waits: it notes the addresses that a browser opens. */
async function aProgram() {
  const opened: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    opened.push(new URL(request.url ?? '', 'http://127.0.0.1').searchParams);
    response.end('You can close this page.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { opened, redirectUri: `http://127.0.0.1:${port}/callback`, close };
}

story('a person lets a program use their account', async ({ person, browser }) => {
  const { url } = runningProduct();
  const program = await aProgram();
  const verifier = randomBytes(32).toString('base64url');
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: 'keyway-cli',
    redirect_uri: program.redirectUri,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'a state',
  });
  // A browser of its own: it leads to another origin, which is the program's.
  const storageState = await (await person('omar')).context().storageState();
  const context = await browser.newContext({ baseURL: url, storageState });
  const page = await context.newPage();
  await page.goto(`/oauth/authorize?${asked}`);
  await expect(page.getByText('Omar')).toBeVisible();
  await page.getByLabel('Name of its token').fill('Laptop of Omar');
  await page.getByLabel('Valid for').selectOption('7 days');
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(page.getByText('You can close this page.')).toBeVisible();
  const answer = program.opened.find((parameters) => parameters.has('code'));
  expect(answer?.get('state')).toBe('a state');

  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'keyway-cli',
      code: answer?.get('code') ?? '',
      redirect_uri: program.redirectUri,
      code_verifier: verifier,
    }),
  });
  const given = (await response.json()) as { access_token: string; expires_in: number };
  expect(given.expires_in).toBe(7 * 86_400);
  const viewer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${given.access_token}`,
    },
    body: JSON.stringify({ query: '{ viewer { name kind role } }' }),
  });
  // The person acts, whatever the token is called.
  expect(await viewer.json()).toMatchObject({
    data: { viewer: { name: 'Omar Operator', kind: 'TOKEN', role: 'OPERATOR' } },
  });
  await context.close();
  await program.close();
});
