// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { organizationChoices } from '../../fixtures/aMember.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const PATH = '/settings/tokens';
const TOKEN = {
  id: 'token-1',
  name: 'ITSM',
  prefix: 'kw_abcdef',
  createdBy: 'Paula Owner',
  role: 'AUDITOR',
  organizations: null,
  scopes: ['read'],
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
};
const tokens = (...list: object[]) => ({
  ApiTokens: {
    apiTokens: {
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: list.map((node) => ({ cursor: 'c', node })),
    },
  },
});
const tokenForm = async (person: ReturnType<typeof openConsole>['person']) => {
  await person.click(await screen.findByRole('button', { name: 'Create token' }));
  return within(await screen.findByRole('dialog', { name: 'Create token' }));
};

describe('the API tokens', () => {
  it('creates a token and shows it once', async () => {
    const created = { token: 'kw_secret', apiToken: TOKEN, userErrors: [] };
    const { person, sent } = openConsole(PATH, {
      role: 'OWNER',
      answers: { ...tokens(), CreateApiToken: { createApiToken: created } },
    });
    const form = await tokenForm(person);
    const button = form.getByRole('button', { name: 'Create token' });
    expect(button.hasAttribute('disabled')).toBe(true);
    await person.type(form.getByRole('textbox', { name: /Name/ }), 'ITSM');
    await person.click(button);
    const dialog = within(await screen.findByRole('dialog', { name: 'Token created' }));
    expect(dialog.getByText('Copy the token now. It won’t be shown again.')).toBeTruthy();
    await person.click(dialog.getByRole('button', { name: 'Copy token' }));
    await person.click(dialog.getByRole('button', { name: 'Close' }));
    expect(sent('CreateApiToken')[0]?.input).toMatchObject({ name: 'ITSM', scopes: ['read'] });
    expect(sent('ApiTokens')).toHaveLength(2);
  });

  it('says which scopes the chosen role can’t use, and what each role means', async () => {
    const roles = [
      { role: 'AUDITOR', scopes: ['read'] },
      { role: 'OPERATOR', scopes: ['read', 'runs:write'] },
      { role: 'APPROVER', scopes: ['read', 'approve'] },
      { role: 'OWNER', scopes: ['read', 'runs:write', 'approve', 'admin'] },
    ];
    const { person } = openConsole(PATH, {
      role: 'OWNER',
      answers: { ...tokens(), RoleScopes: { roles } },
    });
    const form = await tokenForm(person);
    const role = (description: string) => form.getByRole('button', { name: /Role/, description });
    expect(role('Reads only')).toBeTruthy();
    expect(form.queryByText(/can’t use/)).toBeNull();
    await person.click(form.getByRole('checkbox', { name: /^approve/ }));
    expect(
      await form.findByText(
        /^The role Auditor can’t use approve. With this scope, the token can do nothing/,
      ),
    ).toBeTruthy();
    await person.click(role('Reads only'));
    await person.click(await screen.findByRole('option', { name: /^Approver/ }));
    expect(role('Reads, approves and refuses')).toBeTruthy();
    expect(form.queryByText(/can’t use/)).toBeNull();
  });

  it('shows at the field what the server refused about it', async () => {
    const message = 'Another token has this name.';
    const userErrors = [{ code: 'CONFLICT', message, field: ['name'] }];
    const { person } = openConsole(PATH, {
      role: 'OWNER',
      answers: {
        ...tokens(),
        CreateApiToken: { createApiToken: { token: null, apiToken: null, userErrors } },
      },
    });
    const form = await tokenForm(person);
    await person.type(form.getByRole('textbox', { name: /Name/ }), 'ITSM');
    await person.click(form.getByRole('button', { name: 'Create token' }));
    expect(await form.findAllByText(message)).toHaveLength(1);
  });

  it('says of each token whether it can be used', async () => {
    const tokenOf = (id: string, part: object = {}) => ({ ...TOKEN, id, name: id, ...part });
    const past = '2020-01-01T00:00:00Z';
    const list = [tokenOf('usable'), tokenOf('late', { expiresAt: past })];
    openConsole(PATH, {
      role: 'OWNER',
      answers: tokens(...list, tokenOf('withdrawn', { revokedAt: past })),
    });
    const row = async (name: string) => (await screen.findByText(name)).closest('tr')?.textContent;
    expect(await row('usable')).toContain('Active');
    expect(await row('late')).toContain('Expired');
    expect(await row('withdrawn')).toContain('Revoked');
  });

  it('shows above the list why a token wasn’t revoked', async () => {
    const message = 'The token is already revoked.';
    const userErrors = [{ code: 'CONFLICT', message, field: null }];
    const { person } = openConsole(PATH, {
      role: 'OWNER',
      answers: {
        ...tokens(TOKEN),
        RevokeApiToken: { revokeApiToken: { apiToken: null, userErrors } },
      },
    });
    await person.click(await screen.findByRole('button', { name: 'Revoke ITSM' }));
    const question = within(await screen.findByRole('alertdialog', { name: 'Revoke ITSM?' }));
    await person.click(question.getByRole('button', { name: 'Revoke' }));
    expect(await screen.findByText(message)).toBeTruthy();
  });
});

const CONTOSO = { id: 'contoso', name: 'Contoso' };
const ADATUM = { id: 'adatum', name: 'Adatum' };
const created = {
  CreateApiToken: { createApiToken: { token: 'kw_secret', apiToken: TOKEN, userErrors: [] } },
};
const create = async (
  { person, sent }: ReturnType<typeof openConsole>,
  form: Awaited<ReturnType<typeof tokenForm>>,
) => {
  await person.type(form.getByRole('textbox', { name: /Name/ }), 'ITSM');
  await person.click(form.getByRole('button', { name: 'Create token' }));
  await screen.findByRole('dialog', { name: 'Token created' });
  return sent('CreateApiToken')[0]?.input as object;
};

describe('the organizations of a token', () => {
  it('are listed with its role, or are all', async () => {
    openConsole(PATH, {
      role: 'OWNER',
      answers: tokens(TOKEN, {
        ...TOKEN,
        ...{ id: 'token-2', role: 'OPERATOR', organizations: [CONTOSO, ADATUM] },
      }),
    });
    expect(await screen.findByText('Auditor · all organizations')).toBeTruthy();
    expect(screen.getByText('Operator · Contoso')).toBeTruthy();
    expect(screen.getByText('Operator · Adatum')).toBeTruthy();
  });

  it('are all unless an owner of the partner names some', async () => {
    const opened = openConsole(PATH, {
      role: 'OWNER',
      answers: { ...tokens(), ...created, ...organizationChoices(CONTOSO, ADATUM) },
    });
    const { person } = opened;
    const form = await tokenForm(person);
    await person.click(form.getByRole('radio', { name: 'Only certain organizations' }));
    await person.type(form.getByRole('textbox', { name: /Name/ }), 'x');
    const button = form.getByRole('button', { name: 'Create token' });
    expect(button.hasAttribute('disabled')).toBe(true);
    for (const name of ['Contoso', 'Adatum']) {
      await person.type(form.getByRole('combobox', { name: /Add an organization/ }), name);
      await person.click(await screen.findByRole('option', { name: new RegExp(name) }));
    }
    await person.click(form.getByRole('button', { name: 'Remove Contoso' }));
    expect(await create(opened, form)).toMatchObject({ organizationIds: ['adatum'] });
  });

  it('are those that their maker owns, of which some can be named', async () => {
    const opened = openConsole(PATH, {
      grants: [
        { role: 'OWNER', organization: CONTOSO },
        { role: 'OWNER', organization: ADATUM },
        { role: 'AUDITOR', organization: null },
      ],
      answers: { ...tokens(), ...created },
    });
    const { person, sent } = opened;
    const form = await tokenForm(person);
    expect(form.getByRole('radio', { name: 'All 2 organizations you own' })).toBeTruthy();
    await person.click(form.getByRole('radio', { name: 'Only certain organizations' }));
    await person.type(form.getByRole('combobox', { name: /Add an organization/ }), 'cont');
    await person.click(await screen.findByRole('option', { name: 'Contoso' }));
    expect(await create(opened, form)).toMatchObject({ organizationIds: ['contoso'] });
    expect(sent('OrganizationChoices')).toEqual([]);
  });

  it('is the only one that its maker owns', async () => {
    const opened = openConsole(PATH, {
      grants: [{ role: 'OWNER', organization: CONTOSO }],
      answers: { ...tokens(), ...created },
    });
    const form = await tokenForm(opened.person);
    expect(form.getByRole('radio', { name: 'Contoso' })).toBeTruthy();
    expect(form.queryByRole('radio', { name: 'Only certain organizations' })).toBeNull();
    expect(await create(opened, form)).toMatchObject({ organizationIds: null });
  });
});
