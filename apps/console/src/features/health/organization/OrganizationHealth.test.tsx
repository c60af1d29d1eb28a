// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anOrganization } from '../../../fixtures/anOrganization.ts';
import { Pushes, serverError } from '../../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../../fixtures/AnsweringLink.ts';
import {
  aKeyHealth,
  healthAnswers,
  HEALTH_ENTRIES,
  LOST,
  LOST_ANSWERS,
  MANY_ENTRIES,
} from '../../../fixtures/aKeyHealth.ts';
import type { Role } from '../../../generated/enums.ts';
import type { Locale } from '../../../intl/locale.ts';
import { openConsole } from '../../../testing/openConsole.tsx';

interface Opened {
  role?: Role;
  locale?: Locale;
  organization?: object;
}

function open(answers: Answers, { role, locale, organization = {} }: Opened = {}) {
  const shown = anOrganization([], organization);
  return openConsole('/organizations/organization-1', {
    ...{ role, locale },
    answers: {
      Organization: { organization: shown },
      Connections: { organization: shown },
      ...answers,
    },
  });
}
const panel = async (name = 'Health of the keys') =>
  within((await screen.findByRole('heading', { name })).closest('section')!);

describe('a key that Adobe can’t use', () => {
  it('is shown with its cause, times, runbook, differences, versions and alerts', async () => {
    open(LOST_ANSWERS);
    const health = await panel();
    expect(await health.findByText(/^Experience Platform: .* act now/)).toBeTruthy();
    expect(health.getAllByText('Revoked').length).toBeGreaterThan(0);
    const alerts = within(health.getByRole('region', { name: 'Open alerts (1)' }));
    expect(alerts.getByRole('link').getAttribute('href')).toMatch(/^\/alerts\/./);
    const marks = health.getAllByText(/^Passed: |^in \d+ /);
    expect(marks.length).toBeGreaterThanOrEqual(3);
    expect(health.getByText(/^Open a case with Adobe Customer Care at once/)).toBeTruthy();
    expect(health.getByRole('button', { name: 'Copy What to do' })).toBeTruthy();
    expect(health.getByText(/must stay enabled until .*ROT-03/)).toBeTruthy();
    expect(health.getByText('Accepted by Ana Approver', { exact: false })).toBeTruthy();
    // GAP-24: nothing may sound as if a repair undid what has happened.
    expect(document.body.textContent).not.toMatch(
      /restores everything|reversible|no data is lost/i,
    );
  });

  it('has a picture with a name, and its entries as a list', async () => {
    const { person } = open(LOST_ANSWERS);
    const picture = await screen.findByRole('img', { name: /^Experience Platform: Revoked now/ });
    expect(picture.querySelectorAll('rect').length).toBeGreaterThan(3);
    expect(picture.querySelector('[data-kind="alertOpened"]')).not.toBeNull();
    expect(screen.getAllByText('Alert: Adobe can’t use the key').length).toBeGreaterThan(0);
    const before = picture.querySelectorAll('rect').length;
    await person.click(screen.getByRole('button', { name: /^Period/ }));
    await person.click(await screen.findByRole('menuitemradio', { name: '24 hours' }));
    await expect
      .poll(
        () =>
          screen.getByRole('img', { name: /^Experience Platform/ }).querySelectorAll('rect').length,
      )
      .toBeLessThan(before);
  });

  it('draws hundreds of changes, and lists the newest first', async () => {
    open(healthAnswers(aKeyHealth(), MANY_ENTRIES));
    const list = (await screen.findByText(/changes as a list$/)).closest('details')!;
    expect(list.querySelectorAll('li')).toHaveLength(20);
    expect(screen.getByRole('img', { name: /Healthy now; at worst Unreachable/ })).toBeTruthy();
  });

  it('is in Spanish', async () => {
    open(LOST_ANSWERS, { locale: 'es' });
    const health = await panel('Estado de las claves');
    expect((await health.findAllByText('Revocada')).length).toBeGreaterThan(0);
    expect(health.getByText('Qué hacer')).toBeTruthy();
  });
});

describe('what changes while the page is open', () => {
  it('is read again when it is sent, and an older answer undoes nothing', async () => {
    const changes = new Pushes();
    const answered = { health: LOST as object };
    const { sent } = open({
      ...LOST_ANSWERS,
      OrganizationHealth: () =>
        healthAnswers(answered.health, HEALTH_ENTRIES).OrganizationHealth as object,
      KeyHealthChanges: changes,
    });
    expect(await screen.findByText(/^Experience Platform: .* act now/)).toBeTruthy();
    answered.health = aKeyHealth({ version: 8 });
    const push = (version: number, health: string) =>
      act(() =>
        changes.push({
          keyHealthChanged: {
            id: 'organization-1',
            keyHealth: { health, version, since: '2026-11-28T00:00:00Z' },
          },
        }),
      );
    await expect
      .poll(() => {
        push(8, 'HEALTHY');
        return screen.queryAllByText(/^Adobe can use the key, and everything/).length;
      })
      .toBeGreaterThan(0);
    // As from a server that is late.
    answered.health = LOST;
    const before = sent('OrganizationHealth').length;
    push(8, 'HEALTHY');
    await expect.poll(() => sent('OrganizationHealth').length).toBeGreaterThan(before);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(screen.queryByText(/^Experience Platform: .* act now/)).toBeNull();
  });

  it('is checked now on request, which says so until the result is there', async () => {
    const answer = { at: '2026-11-28T00:00:00Z' };
    const health = () => aKeyHealth({ lookedAt: answer.at });
    const { person, sent } = open({
      ...healthAnswers(health()),
      OrganizationHealth: () => healthAnswers(health()).OrganizationHealth as object,
      CheckHealth: () => ({
        checkHealth: {
          organization: { id: 'organization-1', keyHealth: health() },
          userErrors: [],
        },
      }),
    });
    await person.click(await screen.findByRole('button', { name: 'Check now' }));
    expect(await screen.findByText('Checking…')).toBeTruthy();
    expect(sent('CheckHealth')).toHaveLength(1);
    answer.at = '2026-11-28T00:01:00Z';
    await expect.poll(() => screen.queryByText('Checking…')).toBeNull();
  });

  it('says why a check was refused', async () => {
    const { person } = open({
      ...healthAnswers(aKeyHealth()),
      CheckHealth: {
        checkHealth: {
          organization: null,
          userErrors: [{ code: 'CONFLICT', message: 'Nothing is watched here.', field: null }],
        },
      },
    });
    await person.click(await screen.findByRole('button', { name: 'Check now' }));
    expect(await screen.findByText('Nothing is watched here.')).toBeTruthy();
    expect(screen.queryByText('Checking…')).toBeNull();
  });
});

describe('a difference', () => {
  const refusal = 'Another approver has to accept what is different now.';

  it('is accepted with a reason by an approver, who reads why not', async () => {
    const { person, sent } = open(
      {
        ...LOST_ANSWERS,
        AcceptDrift: {
          acceptDrift: {
            organization: null,
            userErrors: [{ code: 'SELF_APPROVAL', message: refusal, field: null }],
          },
        },
      },
      { role: 'APPROVER' },
    );
    const [button] = await screen.findAllByRole('button', { name: 'Accept the difference' });
    await person.click(button!);
    const dialog = within(await screen.findByRole('dialog'));
    await person.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Agreed.');
    await person.click(dialog.getByRole('button', { name: 'Accept' }));
    expect(await dialog.findByText(refusal)).toBeTruthy();
    expect(sent('AcceptDrift')[0]).toMatchObject({
      input: { organizationId: 'organization-1', track: 'CJA', reason: 'Agreed.' },
    });
  });

  it('is explained, and not offered to be accepted while it takes the key', async () => {
    open(LOST_ANSWERS, { role: 'APPROVER' });
    const health = await panel();
    const [lost] = await health.findAllByText(/^It can’t be accepted/);
    const item = within(lost!.closest('li')!);
    expect(item.getByText('Adobe can’t use a disabled key.')).toBeTruthy();
    expect(item.queryByRole('button', { name: 'Accept the difference' })).toBeNull();
    expect(health.getAllByRole('button', { name: 'Accept the difference' })).toHaveLength(1);
  });

  it.each([
    ['AUDITOR', false],
    ['OPERATOR', true],
  ] as const)('is accepted by no %s, who learns who may', async (role, mayCheck) => {
    open(LOST_ANSWERS, { role });
    const health = await panel();
    expect(
      (await health.findAllByText(/^An approver who didn’t cause a difference/)).length,
    ).toBeGreaterThan(0);
    expect(health.queryByRole('button', { name: 'Accept the difference' })).toBeNull();
    expect(health.queryByRole('button', { name: 'Check now' }) !== null).toBe(mayCheck);
  });
});

describe('keys that are not watched', () => {
  const NONE = aKeyHealth({ health: 'NOT_WATCHED', lookedAt: null, tracks: [], sentence: 'None.' });
  const completed = {
    ...{ id: 'run-1', status: 'COMPLETED', refusedTracks: [], waitingOn: [], sentence: 'Done.' },
    ...{ nobodysTurnUntil: null, owner: null, dueAt: null, overdue: false, tracks: [] },
    ...{ startedAt: '2026-11-24T12:00:00Z', completedAt: null, progress: { done: 1, total: 1 } },
  };
  it.each([
    ['AWS', { cloud: 'AWS', region: 'VA6' }, /check the key in AWS KMS/],
    ['incomplete', {}, /Complete the run to begin/],
    [
      'attested',
      { runs: { totalCount: 1, edges: [{ cursor: 'c', node: completed }] } },
      /were attested, not read/,
    ],
  ])('say why, and what to do: %s', async (_, organization, text) => {
    open(healthAnswers(NONE), { organization });
    expect(await (await panel()).findByText(text)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
    expect(screen.queryByText('Health over time')).toBeNull();
  });

  it('can’t be loaded and say so, without the rest of the page', async () => {
    open({ OrganizationHealth: serverError('x') });
    expect(await screen.findByText(/Couldn’t load the health of the keys/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Contoso' })).toBeTruthy();
  });
});
