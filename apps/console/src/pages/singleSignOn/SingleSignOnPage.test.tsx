// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CONTOSO, organizationChoices } from '../../fixtures/aMember.ts';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const rule = (value: string, organization: object | null = null) => ({
  issuer: null,
  claim: 'groups',
  value,
  grant: { role: 'OPERATOR', organization, rule: null },
});
const MAIN = { name: 'Northwind', issuer: 'https://northwind.example' };
const OTHER = { name: 'Contoso SSO', issuer: 'https://contoso.example' };
const policy = (...rules: object[]) => ({
  signInPolicy: { rules, version: 'v1', providers: [MAIN] },
});
const ofTwo = (...rules: object[]) => ({
  signInPolicy: { rules, version: 'v1', providers: [MAIN, OTHER] },
});
const saved = (...rules: object[]) => ({
  SetSignInPolicy: { setSignInPolicy: { ...policy(...rules), userErrors: [] } },
});
const open = (answers: Answers, locale?: Locale) =>
  openConsole('/settings/single-sign-on', {
    role: 'OWNER',
    locale,
    answers: { ...organizationChoices(CONTOSO), ...answers },
  });
const values = () =>
  within(screen.getByRole('table', { name: 'Rules' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

describe('the rules of single sign-on', () => {
  it('are listed with what they give', async () => {
    open({ SignInPolicy: policy(rule('operators'), rule('contoso-it', CONTOSO)) });
    expect(await screen.findByText('Operator · all organizations')).toBeTruthy();
    expect(screen.getByText('Operator · Contoso')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'When access by a rule ends' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save rules' })).toBeNull();
  });

  it('say that there are none', async () => {
    open({ SignInPolicy: policy() });
    expect(await screen.findByText('No rules')).toBeTruthy();
  });

  it('are not said to be none while they load', async () => {
    open({ SignInPolicy: PENDING });
    expect(await screen.findByRole('heading', { level: 1, name: 'Single sign-on' })).toBeTruthy();
    expect(screen.queryByText('No rules')).toBeNull();
  });

  it('say that they could not be loaded, and are loaded again', async () => {
    const { person } = open({ SignInPolicy: failsOnce('Too busy.', () => policy(rule('a'))) });
    await person.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Operator · all organizations')).toBeTruthy();
  });

  it('are in Spanish', async () => {
    open({ SignInPolicy: policy(rule('a')) }, 'es');
    expect(await screen.findByRole('button', { name: 'Agregar regla' })).toBeTruthy();
  });

  it('are added, and saved together with the others', async () => {
    const { person, sent } = open({
      SignInPolicy: policy(rule('a')),
      ...saved(rule('a'), rule('b', CONTOSO)),
    });
    await person.click(await screen.findByRole('button', { name: 'Add rule' }));
    const form = within(await screen.findByRole('dialog', { name: 'Add rule' }));
    const done = form.getByRole('button', { name: 'Add rule' });
    expect(done.hasAttribute('disabled')).toBe(true);
    await person.type(form.getByRole('textbox', { name: /Value/ }), 'b');
    await person.type(form.getByRole('combobox', { name: /Organization/ }), 'Cont');
    await person.click(await screen.findByRole('option', { name: /Contoso/ }));
    await person.click(done);
    expect(sent('SetSignInPolicy')).toEqual([]);
    await person.click(await screen.findByRole('button', { name: 'Save rules' }));
    await expect
      .poll(() => sent('SetSignInPolicy')[0]?.input)
      .toMatchObject({
        rules: [
          { claim: 'groups', value: 'a', grant: { role: 'OPERATOR', organizationId: null } },
          { claim: 'groups', value: 'b', grant: { role: 'AUDITOR', organizationId: 'contoso' } },
        ],
      });
    await expect.poll(() => screen.queryByRole('button', { name: 'Save rules' })).toBeNull();
  });

  it('are edited and removed, or stay when the changes are discarded', async () => {
    const { person } = open({ SignInPolicy: policy(rule('a'), rule('b')) });
    await person.click(await screen.findByRole('button', { name: 'Remove rule: a' }));
    await person.click(screen.getByRole('button', { name: 'Edit rule: b' }));
    const form = within(await screen.findByRole('dialog', { name: 'Edit rule' }));
    await person.type(form.getByRole('textbox', { name: /Value/ }), 'c');
    await person.click(form.getByRole('button', { name: 'Apply' }));
    await expect.poll(values).toEqual([expect.stringContaining('groupsbc')]);
    await person.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(values()).toHaveLength(2);
  });

  it('name their provider where there are several', async () => {
    const { person, sent } = open({
      SignInPolicy: ofTwo(
        rule('a'),
        { ...rule('b'), issuer: OTHER.issuer },
        { ...rule('c'), issuer: 'https://gone.example' },
      ),
      SetSignInPolicy: { setSignInPolicy: { ...ofTwo(), userErrors: [] } },
    });
    await screen.findByRole('columnheader', { name: 'Sign-in provider' });
    const [a, b, c] = values();
    expect([a, b]).toEqual([
      expect.stringContaining('aNorthwind'),
      expect.stringContaining('bContoso SSO'),
    ]);
    expect(c).toContain('https://gone.example (no longer set up)');
    await person.click(screen.getByRole('button', { name: 'Remove rule: b' }));
    await person.click(screen.getByRole('button', { name: 'Edit rule: c' }));
    const form = within(await screen.findByRole('dialog', { name: 'Edit rule' }));
    const apply = form.getByRole('button', { name: 'Apply' });
    expect(apply.hasAttribute('disabled')).toBe(true);
    await person.click(form.getByRole('button', { name: /Sign-in provider/ }));
    await person.click(await screen.findByRole('option', { name: 'Contoso SSO' }));
    await person.click(apply);
    await person.click(await screen.findByRole('button', { name: 'Save rules' }));
    await expect
      .poll(() => sent('SetSignInPolicy')[0]?.input)
      .toMatchObject({
        rules: [
          { issuer: MAIN.issuer, value: 'a' },
          { issuer: OTHER.issuer, value: 'c' },
        ],
      });
  });

  it('of another owner are not replaced without saying so', async () => {
    let rules = [rule('a')];
    const { person, sent } = open({
      SignInPolicy: () => policy(...rules),
      ...saved(rule('b')),
    });
    await person.click(await screen.findByRole('button', { name: 'Remove rule: a' }));
    rules = [rule('a'), rule('of another owner')];
    await person.click(screen.getByRole('button', { name: 'Save rules' }));
    expect(await screen.findByText('Someone else changed the rules')).toBeTruthy();
    expect(
      screen.getByText('Added: groups = of another owner (Operator · all organizations)'),
    ).toBeTruthy();
    expect(sent('SetSignInPolicy')).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Save rules' }));
    await expect.poll(() => sent('SetSignInPolicy')).toHaveLength(1);
    expect(sent('SetSignInPolicy')[0]?.input).toMatchObject({ ifVersion: 'v1' });
    await expect.poll(() => screen.queryByText('Someone else changed the rules')).toBeNull();
  });

  it('that are refused say which and why', async () => {
    const message = 'The rule is there twice.';
    const userErrors = [{ code: 'INVALID_INPUT', message, field: ['rules', '1'] }];
    const { person } = open({
      SignInPolicy: policy(rule('a'), rule('b'), rule('c')),
      SetSignInPolicy: { setSignInPolicy: { signInPolicy: null, userErrors } },
    });
    await person.click(await screen.findByRole('button', { name: 'Remove rule: c' }));
    await person.click(screen.getByRole('button', { name: 'Save rules' }));
    expect(await screen.findByText(message)).toBeTruthy();
    const refused = screen.getByRole('img', { name: 'Not accepted' }).closest('tr');
    expect(refused?.textContent).toContain('b');
  });
});
