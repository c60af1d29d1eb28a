// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import type { AGrant } from '../../fixtures/shellAnswers.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const CONTOSO = { id: 'contoso', name: 'Contoso' };
const sections = async () =>
  within(await screen.findByRole('navigation', { name: 'Settings' }))
    .getAllByRole('link')
    .map((link) => [link.textContent, link.getAttribute('href')]);
const open = (path: string, ...grants: AGrant[]) =>
  openConsole(path, { grants, answers: { Members: PENDING, ApiTokens: PENDING } });

describe('the sections of the settings', () => {
  it('are all there for an owner of the partner', async () => {
    open('/settings', { role: 'OWNER', organization: null });
    await expect.poll(sections).toEqual([
      ['General', '/settings'],
      ['Notifications', '/settings/notifications'],
      ['Members', '/settings/members'],
      ['Invitations', '/settings/invitations'],
      ['Single sign-on', '/settings/single-sign-on'],
      ['Policies', '/settings/policies'],
      ['API tokens', '/settings/tokens'],
      ['Webhooks', '/settings/webhooks'],
    ]);
  });

  it('are tokens alone for an owner of one organization', async () => {
    open('/settings', { role: 'OWNER', organization: CONTOSO });
    await expect.poll(sections).toEqual([
      ['General', '/settings'],
      ['Notifications', '/settings/notifications'],
      ['Policies', '/settings/policies'],
      ['API tokens', '/settings/tokens'],
    ]);
  });

  it('are for reading where nothing is managed, with who manages the rest', async () => {
    open('/settings', { role: 'OPERATOR', organization: null });
    expect(await screen.findByText('Operator · all organizations')).toBeTruthy();
    await expect.poll(sections).toEqual([
      ['General', '/settings'],
      ['Notifications', '/settings/notifications'],
      ['Policies', '/settings/policies'],
    ]);
    expect(await screen.findByText(/Only owners of the whole partner manage/)).toBeTruthy();
  });

  it.each([
    ['/settings/members', 'Members', /Only owners of the whole partner/],
    ['/settings/invitations', 'Invitations', /Only owners of the whole partner/],
    ['/settings/single-sign-on', 'Single sign-on', /Only owners of the whole partner/],
    ['/settings/tokens', 'API tokens', /Only owners manage API tokens/],
  ])('say at %s who may see them, and ask nothing', async (path, name, why) => {
    const { sent } = open(path, { role: 'OPERATOR', organization: null });
    expect(await screen.findByRole('heading', { level: 1, name })).toBeTruthy();
    expect(screen.getByText(why)).toBeTruthy();
    for (const operation of ['Members', 'Invitations', 'SignInPolicy', 'ApiTokens'])
      expect(sent(operation)).toEqual([]);
  });
});

describe('the own access', () => {
  it('is listed with its organizations', async () => {
    open(
      '/settings',
      { role: 'AUDITOR', organization: null },
      { role: 'APPROVER', organization: CONTOSO },
    );
    const access = within(await screen.findByRole('region', { name: 'Your access' }));
    expect(access.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Auditor · all organizations',
      'Approver · Contoso',
    ]);
  });
});
