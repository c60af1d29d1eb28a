// @vitest-environment jsdom
/** A pasted or chosen file fills the form of a credential in, or says why it doesn't. */
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aKeyHealth, healthAnswers } from '../../fixtures/aKeyHealth.ts';
import { anOrganization } from '../../fixtures/anOrganization.ts';
import { IMS_ORG_ID } from '../../fixtures/aRun.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const TENANT = '11111111-1111-4111-8111-111111111111';
const project = (imsOrgId = IMS_ORG_ID, scopes = ['openid', 'AdobeID']) =>
  JSON.stringify({
    project: {
      org: { ims_org_id: imsOrgId },
      workspace: {
        details: {
          credentials: [
            {
              oauth_server_to_server: { client_id: 'adobe', client_secrets: ['s3cret'], scopes },
            },
          ],
        },
      },
    },
  });
const principal = (tenant = TENANT) =>
  JSON.stringify({ appId: 'azure', displayName: 'cli', password: 's3cret', tenant });

async function open(panel: 'Adobe' | 'Azure', part: object = {}, locale: Locale = 'en') {
  const shown = anOrganization(['connectAdobe', 'connectAzure'], part);
  const opened = openConsole('/organizations/organization-1?connect=now', {
    locale,
    answers: {
      Organization: { organization: shown },
      Connections: { organization: shown },
      ...healthAnswers(aKeyHealth({ health: 'NOT_WATCHED', tracks: [] })),
      ConnectAdobe: { connectAdobe: { organization: shown, userErrors: [] } },
      ConnectAzure: { connectAzure: { organization: shown, userErrors: [] } },
    },
  });
  const heading = await screen.findByRole('heading', { name: panel });
  const form = within(heading.closest('section')!);
  async function paste(field: RegExp, text: string) {
    await opened.person.click(form.getByRole('textbox', { name: field }));
    await opened.person.paste(text);
  }
  const save = () => opened.person.click(form.getByRole('button', { name: 'Save' }));
  return { ...opened, form, paste, save };
}

describe('the forms of a new organization', () => {
  it('are open, and stay closed once they are', async () => {
    const { form, person } = await open('Adobe');
    expect(form.getByRole('textbox', { name: /^Client ID/ })).toBeTruthy();
    await person.click(form.getByRole('button', { name: 'Cancel' }));
    expect(form.queryByRole('textbox')).toBeNull();
    expect(form.getByRole('button', { name: 'Connect' })).toBeTruthy();
  });

  it('are closed where a credential is stored', async () => {
    const adobeConnection = {
      ...{ state: 'CONNECTED', checkedAt: null, nextCheckAt: null, code: null, message: null },
      ...{ cause: null, remedy: null, clientId: 'adobe', expiry: null, replacement: null },
    };
    const { form } = await open('Adobe', { adobeConnection });
    expect(form.queryByRole('textbox')).toBeNull();
  });
});

describe('the project of Adobe Developer Console', () => {
  it('fills every field in, wherever it is pasted', async () => {
    const { form, paste, save, sent } = await open('Adobe');
    await paste(/^Scopes/, project());
    expect(form.getByText(/^Filled in: the client ID adobe/)).toBeTruthy();
    expect(form.queryByText(/s3cret/)).toBeNull();
    await save();
    await expect.poll(() => sent('ConnectAdobe')).toHaveLength(1);
    expect(sent('ConnectAdobe')[0]?.input).toMatchObject({
      ...{ clientId: 'adobe', clientSecret: 's3cret', scopes: ['openid', 'AdobeID'] },
    });
  });

  it('leaves the usual scopes where it names none', async () => {
    const { paste, save, sent } = await open('Adobe');
    await paste(/^Client ID/, project(IMS_ORG_ID, []));
    await save();
    await expect.poll(() => sent('ConnectAdobe')).toHaveLength(1);
    expect(sent('ConnectAdobe')[0]?.input.scopes).toContain('read_organizations');
  });

  it('of another organization is not taken', async () => {
    const other = 'FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg';
    const { form, paste } = await open('Adobe');
    await paste(/^Client ID/, project(other));
    expect(form.getByText(new RegExp(`another organization, ${other}`))).toBeTruthy();
    expect(form.getByRole('textbox', { name: /^Client ID/ })).toHaveProperty('value', '');
    expect(form.getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true);
  });

  it('can be chosen, and another file says that it is none', async () => {
    const { form, person } = await open('Adobe');
    const choose = document.querySelector<HTMLInputElement>('input[type=file]')!;
    await person.upload(choose, new File(['{}'], 'package.json', { type: 'application/json' }));
    expect(await form.findByText(/nothing that Keyway can fill in here/)).toBeTruthy();
    await person.upload(choose, new File([project()], 'p.json', { type: 'application/json' }));
    expect(await form.findByText(/^Filled in/)).toBeTruthy();
    expect(form.getByRole('textbox', { name: /^Client ID/ })).toHaveProperty('value', 'adobe');
  });
});

describe('the answer of az ad sp create-for-rbac', () => {
  it('fills the tenant, the client and its secret in', async () => {
    const { paste, save, sent } = await open('Azure', { azureTenantId: TENANT });
    await paste(/^Client ID/, principal(TENANT.toUpperCase()));
    await save();
    await expect.poll(() => sent('ConnectAzure')).toHaveLength(1);
    expect(sent('ConnectAzure')[0]?.input).toMatchObject({
      ...{ clientId: 'azure', clientSecret: 's3cret', subscriptionId: null, access: 'READ' },
    });
  });

  it('of another tenant is not taken', async () => {
    const { form, paste } = await open('Azure', { azureTenantId: TENANT }, 'es');
    await paste(/^ID de cliente/, principal('22222222-2222-4222-8222-222222222222'));
    expect(form.getByText(/No se rellenó nada/)).toBeTruthy();
    expect(form.getByRole('textbox', { name: /^ID de cliente/ })).toHaveProperty('value', '');
  });
});

describe('a file that is read slowly', () => {
  /** Its text comes when the test says so. */
  function slow(name: string) {
    const file = new File(['{}'], name, { type: 'application/json' });
    let arrive: (text: string) => void = () => undefined;
    file.arrayBuffer = () =>
      new Promise((resolve) => {
        arrive = (text) => resolve(new TextEncoder().encode(text).buffer);
      });
    return { file, arrive: (text: string) => act(async () => arrive(text)) };
  }
  const chooser = () => document.querySelector<HTMLInputElement>('input[type=file]')!;
  const clientId = (form: Awaited<ReturnType<typeof open>>['form']) =>
    form.getByRole<HTMLInputElement>('textbox', { name: /^Client ID/ }).value;

  it('fills nothing in once another was chosen', async () => {
    const { form, person } = await open('Adobe');
    const [first, second] = [slow('first.json'), slow('second.json')];
    await person.upload(chooser(), first.file);
    await person.upload(chooser(), second.file);
    await second.arrive(project());
    expect(clientId(form)).toBe('adobe');
    await first.arrive('{}');
    expect(form.getByText(/^Filled in/)).toBeTruthy();
    expect(form.queryByText(/nothing that Keyway can fill in here/)).toBeNull();
  });

  it('fills nothing in once the form was closed', async () => {
    const { form, person } = await open('Adobe');
    const { file, arrive } = slow('late.json');
    await person.upload(chooser(), file);
    await person.click(form.getByRole('button', { name: 'Cancel' }));
    await arrive(project());
    await person.click(form.getByRole('button', { name: 'Connect' }));
    expect(clientId(form)).toBe('');
  });
});

it('says what became of a paste where no file is offered', async () => {
  const { form, paste, person } = await open('Azure', { azureTenantId: TENANT });
  await person.click(form.getByRole('radio', { name: 'Certificate' }));
  expect(form.queryByRole('button', { name: 'Choose JSON file' })).toBeNull();
  await paste(/^Client ID/, principal('22222222-2222-4222-8222-222222222222'));
  expect(form.getByText(/Nothing was filled in: use a credential of that tenant/)).toBeTruthy();
});

it('pastes any other text into the field alone', async () => {
  const { form, paste } = await open('Adobe');
  await paste(/^Client ID/, '{"a":1}');
  expect(form.getByRole('textbox', { name: /^Client ID/ })).toHaveProperty('value', '{"a":1}');
  expect(form.queryByText(/filled in/i)).toBeNull();
});
