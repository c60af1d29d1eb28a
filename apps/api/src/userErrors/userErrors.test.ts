import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anImsOrgId, aServer, type Client, type TestServer } from '../testing/aServer.ts';
import { userErrorResolvers } from './userErrorResolvers.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
});
afterAll(() => server.close());

const BOTH = 'en: message es: message(locale: "es-MX")';

describe('messages are in the language asked for', () => {
  it('of user errors', async () => {
    const input = { name: '', imsOrgId: 'ABC@AdobeOrg', shield: 'HEALTHCARE_SHIELD' };
    const { createOrganization } = await owner.ask(
      `mutation($input: CreateOrganizationInput!) {
         createOrganization(input: $input) { userErrors { code field ${BOTH} } } }`,
      { input },
    );
    expect(createOrganization.userErrors).toEqual([
      {
        code: 'INVALID_INPUT',
        field: ['name'],
        en: 'Enter a name of 1 to 200 visible characters.',
        es: 'Indique un nombre de 1 a 200 caracteres visibles.',
      },
      {
        code: 'INVALID_INPUT',
        field: ['imsOrgId'],
        en: 'There must be 24 characters before the @, not 3. Example: 0123456789ABCDEF01234567@AdobeOrg',
        es: 'Debe haber 24 caracteres antes de la @, no 3. Ejemplo: 0123456789ABCDEF01234567@AdobeOrg',
      },
    ]);
  });

  it('of organizations that get no run, and of lines that are not imported', async () => {
    const content = `name,imsOrgId,shield,region\nOne,${anImsOrgId()},HEALTHCARE_SHIELD,\n,${anImsOrgId()},HEALTHCARE_SHIELD,XX`;
    const { importOrganizations } = await owner.ask(
      `mutation($input: ImportOrganizationsInput!) {
         importOrganizations(input: $input) { created rejected { line field ${BOTH} } } }`,
      { input: { format: 'CSV', content } },
    );
    expect(importOrganizations).toEqual({
      created: 1,
      rejected: [
        {
          line: 3,
          field: 'name',
          en: expect.stringMatching(/^This value is required\. Also region: /) as string,
          es: expect.stringMatching(/^Este valor es obligatorio\. Además, region: /) as string,
        },
      ],
    });
    const start = `mutation { startRuns(input: { filter: {} }) { blocked { code ${BOTH} } } }`;
    expect((await owner.ask(start)).startRuns.blocked).toEqual([]);
    expect((await owner.ask(start)).startRuns.blocked).toEqual([
      {
        code: 'RUN_EXISTS',
        en: 'This organization already has an open run. Continue or cancel it.',
        es: 'Esta organización ya tiene un proceso abierto. Continúelo o cancélelo.',
      },
    ]);
  });

  it('of requests that a token may not make', async () => {
    const auditor = await server.person('AUDITOR');
    const { createOrganization } = await auditor.ask(
      `mutation($input: CreateOrganizationInput!) {
         createOrganization(input: $input) { userErrors { code ${BOTH} } } }`,
      { input: { name: 'One', imsOrgId: anImsOrgId(), shield: 'HEALTHCARE_SHIELD' } },
    );
    expect(createOrganization.userErrors).toEqual([
      {
        code: 'FORBIDDEN',
        en: 'Your role AUDITOR can’t run createOrganization. It requires OPERATOR or OWNER.',
        es: 'Su rol AUDITOR no permite ejecutar createOrganization. Se requiere OPERATOR u OWNER.',
      },
    ]);
  });
});

it('shows a text that an earlier version kept for an idempotency key as it is', () => {
  type Field = (parent: object, args: { locale?: string }) => unknown;
  const { BulkBlock, ImportRejection } = userErrorResolvers as unknown as Record<
    'BulkBlock' | 'ImportRejection',
    Record<string, Field>
  >;
  const refusal = { code: 'RUN_EXISTS', message: 'An earlier text.' };
  expect(BulkBlock['message']!({ refusal }, { locale: 'es' })).toBe('An earlier text.');
  const rejection = { line: 2, field: 'name', message: 'An earlier text.' };
  expect(ImportRejection['message']!(rejection, { locale: 'es' })).toBe('An earlier text.');
  expect(ImportRejection['field']!(rejection, {})).toBe('name');
});
