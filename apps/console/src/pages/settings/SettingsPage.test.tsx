// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openConsole } from '../../testing/openConsole.tsx';

const PATH = '/settings';
const TOKEN = {
  id: 'token-1',
  name: 'ITSM',
  prefix: 'kw_abcdef',
  role: 'AUDITOR',
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

describe('the API tokens of the settings', () => {
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
    await person.click(dialog.getByRole('button', { name: 'Close' }));
    expect(sent('CreateApiToken')[0]?.input).toMatchObject({ name: 'ITSM', scopes: ['read'] });
    expect(sent('ApiTokens')).toHaveLength(2);
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
