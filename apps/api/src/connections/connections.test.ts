import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrganization, aServer, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const QUERY = `query($id: ID!) { organization(id: $id) { adobeConnection {
  state code message en: cause es: cause(locale: "es") remedy remedio: remedy(locale: "es")
} } }`;

it('says why a credential was refused and what to do, in both languages, only once it was', async () => {
  const { id } = await anOrganization(server.owner);
  await server.owner.must('connectAdobe', {
    organizationId: id,
    clientId: 'client',
    clientSecret: 'sandbox-secret',
    scopes: ['openid'],
  });
  const shown = async () =>
    (await server.owner.ask(QUERY, { id })).organization.adobeConnection as Record<string, unknown>;
  const none = { en: null, es: null, remedy: null, remedio: null };
  expect(await shown()).toMatchObject({ state: 'NOT_TRIED', ...none });

  const record = async (result: 'failed' | 'undecided', code: string): Promise<void> => {
    const [trial] = await server.store.trials.claim(1);
    const outcome = { result, code, message: 'no', status: 401, againAfterSeconds: 0 };
    await server.store.trials.record(trial!, outcome);
  };
  await record('undecided', 'ECONNRESET');
  expect(await shown()).toMatchObject({ state: 'NOT_TRIED', message: 'no', ...none });

  await record('failed', 'invalid_scope');
  expect(await shown()).toMatchObject({
    state: 'FAILED',
    code: 'invalid_scope',
    en: expect.stringContaining('one of the scopes') as string,
    es: expect.stringContaining('uno de los ámbitos') as string,
    remedy: expect.stringContaining('Copy the scopes') as string,
    remedio: expect.stringContaining('Copie los ámbitos') as string,
  });
});

it('says that a connection is in another tenant than the organization’s, and takes it all the same', async () => {
  const [own, other] = [
    '11111111-2222-4333-8444-555555555555',
    '99999999-2222-4333-8444-555555555555',
  ];
  const query = `query($id: ID!) { organization(id: $id) { azureConnection {
    en: tenantWarning es: tenantWarning(locale: "es") } } }`;
  const warned = async (azureTenantId: string | null, tenantId: string) => {
    const { id } = await anOrganization(server.owner, { azureTenantId });
    await server.owner.must('connectAzure', {
      ...{ organizationId: id, tenantId, clientSecret: 'sandbox-azure' },
      clientId: '00000000-1111-2222-3333-444444444444',
    });
    return (await server.owner.ask(query, { id })).organization.azureConnection as object;
  };
  expect(await warned(own, own)).toEqual({ en: null, es: null });
  expect(await warned(null, own)).toEqual({ en: null, es: null });
  expect(await warned(own, other)).toEqual({
    en: expect.stringContaining(`is in tenant ${other}, and the organization’s tenant is ${own}`),
    es: expect.stringContaining(`inquilino ${other}, y el de la organización es ${own}`),
  });
});
