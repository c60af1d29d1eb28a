// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aMember, aPage, CONTOSO, organizationChoices } from '../../fixtures/aMember.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { aPolicy, CHECK_CHOICES } from '../../fixtures/aPolicy.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const URL_AGAIN = '/auth/login?stepUp=1&provider=contoso';
const stepUp = (signInAgainUrl: string | null) => ({
  StepUp: { viewer: { id: 'viewer-1', signInAgainUrl } },
});
const userErrors = [{ code: 'FORBIDDEN', message: 'Sign in again.', field: null }];
const OMAR = aMember('Omar', {
  grants: [{ role: 'OPERATOR', organization: CONTOSO, rule: null }],
});

interface FormCase {
  path: string;
  answers: Answers;
  /** Opens the dialog. */
  open: string;
  dialog: string;
  /** The field that is typed into. */
  field: RegExp;
  typed: string;
  send: string;
}
/** Whether the browser asks before the page is reloaded or closed. */
function asksBeforeUnload(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}
const FORMS: Record<string, FormCase> = {
  'a policy': {
    path: '/settings/policies',
    answers: {
      ...CHECK_CHOICES,
      PartnerPolicy: { policy: aPolicy({ coolingOffSeconds: 3600 }) },
      ComparePartnerPolicy: {
        policy: { ...aPolicy({ coolingOffSeconds: 3600 }), loosenedBy: false },
      },
      SetPolicy: { setPolicy: { policy: null, userErrors } },
    },
    ...{ open: 'Change policy', dialog: 'Change policy', send: 'Save policy' },
    ...{ field: /^Waiting time/, typed: '48' },
  },
  'an invitation': {
    path: '/settings/members',
    answers: {
      Members: { members: aPage([OMAR]) },
      InviteMember: { inviteMember: { invitation: null, url: null, userErrors } },
    },
    ...{ open: 'Invite person', dialog: 'Invite person', send: 'Create invitation' },
    ...{ field: /Email/, typed: 'nora@example.com' },
  },
  'a token': {
    path: '/settings/tokens',
    answers: {
      ApiTokens: { apiTokens: aPage([]) },
      CreateApiToken: { createApiToken: { token: null, apiToken: null, userErrors } },
    },
    ...{ open: 'Create token', dialog: 'Create token', send: 'Create token' },
    ...{ field: /Name/, typed: 'Nightly' },
  },
};

/** Opens the page; the sign-in suffices unless `again` is set. */
const openPage = ({ path, answers }: Pick<FormCase, 'path' | 'answers'>, again: () => boolean) =>
  openConsole(path, {
    role: 'OWNER',
    answers: {
      ...organizationChoices(CONTOSO),
      ...answers,
      StepUp: () => stepUp(again() ? URL_AGAIN : null).StepUp,
    },
  });
const dialogOf = async (name: string) => within(await screen.findByRole('dialog', { name }));
const signInAgain = { name: 'Sign in again' };

let assign: ReturnType<typeof vi.fn>;
beforeEach(() => {
  assign = vi.fn();
  vi.stubGlobal('location', { ...window.location, assign });
});
afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

describe.each(Object.entries(FORMS))('what was typed into %s', (_what, form) => {
  it('is there again after signing in again, once', async () => {
    let isRefused = false;
    const refuse = Object.fromEntries(
      Object.entries(form.answers).map(([name, answer]) => [
        name,
        () => {
          if (JSON.stringify(answer).includes('FORBIDDEN')) isRefused = true;
          return answer;
        },
      ]),
    );
    const { person } = openPage({ ...form, answers: refuse }, () => isRefused);
    await person.click(await screen.findByRole('button', { name: form.open }));
    const dialog = await dialogOf(form.dialog);
    const field = dialog.getByRole('textbox', { name: form.field });
    await person.clear(field);
    await person.type(field, form.typed);
    await person.tab();
    if (form.path.endsWith('members')) {
      await person.click(dialog.getByRole('button', { name: /Applies to/ }));
      await person.click(await screen.findByRole('option', { name: /All/ }));
    }
    await person.click(dialog.getByRole('button', { name: form.send }));
    const button = await dialog.findByRole('button', signInAgain);
    expect(asksBeforeUnload()).toBe(true);
    await person.click(button);
    // What was typed is kept.
    expect(asksBeforeUnload()).toBe(false);
    expect(assign.mock.calls).toEqual([[`${URL_AGAIN}&returnTo=${encodeURIComponent(form.path)}`]]);
    // Nothing is sent from a form that is not there.
    expect(dialog.queryByRole('button', { name: form.send })).toBeNull();

    cleanup();
    openPage(form, () => false);
    const again = (await dialogOf(form.dialog)).getByRole<HTMLInputElement>('textbox', {
      name: form.field,
    });
    expect(again.value).toBe(form.typed);
    window.dispatchEvent(new Event('pageshow'));
    expect(asksBeforeUnload()).toBe(true);
    cleanup();
    openPage(form, () => false);
    await screen.findByRole('button', { name: form.open });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a dialog', () => {
  it('asks to sign in again before anything is typed', async () => {
    const { person, sent } = openPage(FORMS['a token']!, () => true);
    await person.click(await screen.findByRole('button', { name: 'Create token' }));
    const dialog = await dialogOf('Create token');
    expect(await dialog.findByRole('button', signInAgain)).toBeTruthy();
    expect(dialog.queryByRole('textbox')).toBeNull();
    expect(sent('CreateApiToken')).toEqual([]);
  });

  it('of a member’s access comes back with the member', async () => {
    const page = { path: '/settings/members', answers: { Members: { members: aPage([OMAR]) } } };
    const { person } = openPage(page, () => true);
    await person.click(await screen.findByRole('button', { name: 'Change access of Omar' }));
    await person.click(
      await (await dialogOf('Change access: Omar')).findByRole('button', signInAgain),
    );
    cleanup();
    openPage(page, () => false);
    expect(await screen.findByRole('dialog', { name: 'Change access: Omar' })).toBeTruthy();
  });
});

describe('rules that were edited', () => {
  it('are there again after signing in again', async () => {
    const rule = (value: string) => ({
      ...{ issuer: null, claim: 'groups', value },
      grant: { role: 'AUDITOR', organization: null },
    });
    const policy = { rules: [rule('a'), rule('b')], version: 'v1', providers: [] };
    let isRefused = false;
    const page = {
      path: '/settings/single-sign-on',
      answers: {
        SignInPolicy: { signInPolicy: policy },
        SetSignInPolicy: () => {
          isRefused = true;
          return { setSignInPolicy: { signInPolicy: null, userErrors } };
        },
      },
    };
    const { person } = openPage(page, () => isRefused);
    await person.click(await screen.findByRole('button', { name: 'Remove rule: a' }));
    await person.click(screen.getByRole('button', { name: 'Save rules' }));
    await person.click(await screen.findByRole('button', signInAgain));
    cleanup();
    openPage(page, () => false);
    expect(await screen.findByText('Not saved yet')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Remove rule: a' })).toBeNull();
  });
});
