import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import type { SandboxUnderTest } from '../testing/sandboxUnderTest.ts';

let sandbox: SandboxUnderTest;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
});
afterAll(() => sandbox.close());

const FORM = {
  grant_type: 'client_credentials',
  client_id: 'cli',
  client_secret: 'sandbox-adobe',
  scope: 'openid,AdobeID',
};

const ask = (form: Record<string, string>, type = 'application/x-www-form-urlencoded') =>
  sandbox.caller.call('https://ims-na1.adobelogin.com/ims/token/v3', {
    method: 'POST',
    headers: { 'content-type': type },
    body: new URLSearchParams(form).toString(),
  });

test('a token comes with its lifetime in seconds (AUTH-02, AUTH-03)', async () => {
  expect((await ask(FORM)).json).toEqual({
    access_token: expect.stringMatching(/^ey/),
    token_type: 'bearer',
    expires_in: 86_399,
  });
});

test.each([
  ['invalid_client', 401, { client_secret: 'p8e-real' }],
  ['invalid_client', 400, { client_id: '' }],
  ['invalid_scope', 400, { scope: '' }],
  ['unsupported_grant_type', 400, { grant_type: 'jwt' }],
])('%s (%i)', async (error, status, changed) => {
  const reply = await ask({ ...FORM, ...(changed as Record<string, string>) });
  expect([reply.status, reply.json.error]).toEqual([status, error]);
  expect(reply.text).not.toContain('p8e-real');
});

test('a body that is not a form is refused, and tokens leave no trace in the ledger', async () => {
  expect((await ask(FORM, 'application/json')).status).toBe(400);
  expect(await sandbox.caller.ledger()).toEqual([]);
});
