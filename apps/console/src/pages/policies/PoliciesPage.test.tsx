// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PENDING, serverError } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { aPolicy, CHECK_CHOICES, NONE_HELD } from '../../fixtures/aPolicy.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const STRICT = aPolicy({
  fourEyes: 'OWN_APPROVER',
  coolingOffSeconds: 129_600,
  neverAccept: ['keyHasNoExpiry'],
});
const compared = (loosenedBy: boolean, policy: object = STRICT) => ({
  ComparePartnerPolicy: { policy: { ...policy, loosenedBy } },
});
const SAVED = { SetPolicy: { setPolicy: { policy: STRICT, userErrors: [] } } };
const open = (answers: Answers, locale?: Locale) =>
  openConsole('/settings/policies', {
    role: 'OWNER',
    locale,
    answers: { ...CHECK_CHOICES, PartnerPolicy: { policy: STRICT }, ...answers },
  });
type Person = ReturnType<typeof open>['person'];

async function change(person: Person) {
  await person.click(await screen.findByRole('button', { name: 'Change policy' }));
  return within(await screen.findByRole('dialog', { name: 'Change policy' }));
}
async function setWaitingTime(
  person: Person,
  form: Awaited<ReturnType<typeof change>>,
  to: string,
) {
  const field = form.getByRole('textbox', { name: /^Waiting time/ });
  await person.clear(field);
  await person.type(field, to);
  await person.tab();
}

describe('the policy of the partner', () => {
  it('is explained', async () => {
    open({});
    const panel = within(
      await screen.findByRole('region', { name: 'Policy for all organizations' }),
    );
    expect(
      panel.getByText(/^An approver who was given access to the organization in particular/),
    ).toBeTruthy();
    expect(panel.getByText('An approval can be used 36 hours after it is given')).toBeTruthy();
    expect(panel.getByText('7 days after it is given')).toBeTruthy();
    expect(await panel.findByText('Expiry date')).toBeTruthy();
  });

  it('is for reading by who doesn’t manage it, and says who does', async () => {
    openConsole('/settings/policies', {
      role: 'AUDITOR',
      answers: { ...CHECK_CHOICES, PartnerPolicy: { policy: STRICT } },
    });
    expect(await screen.findByText('7 days after it is given')).toBeTruthy();
    expect(screen.getByText(/^Owners of the whole partner change it/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change policy' })).toBeNull();
  });

  it.each([
    ['en', 'No approval can be used', /valid for longer/],
    ['es', 'Ninguna aprobación puede usarse', /ampliar la validez/],
  ] as const)('says that it can’t work as it is stored: %s', async (locale, title, text) => {
    const policy = { ...STRICT, warning: { code: 'NEVER_USABLE' } };
    open({ PartnerPolicy: { policy } }, locale);
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
    expect(screen.getByText(text)).toBeTruthy();
  });

  it('is in Spanish', async () => {
    open({}, 'es');
    expect(await screen.findByText('7 días después de darse')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Cambiar la política' })).toBeTruthy();
  });

  it('can’t be changed while it loads', async () => {
    open({ PartnerPolicy: PENDING });
    expect(await screen.findByRole('heading', { level: 1, name: 'Policies' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change policy' })).toBeNull();
  });

  it('says that it could not be loaded, and is loaded again', async () => {
    const { person } = open({ PartnerPolicy: failsOnce('Too busy.', () => ({ policy: STRICT })) });
    await person.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Change policy' })).toBeTruthy();
  });
});

describe('a change of the policy', () => {
  it('that loosens nothing is saved at once, with checks of the catalog', async () => {
    const { person, sent } = open({ ...compared(false), ...SAVED });
    const form = await change(person);
    const save = form.getByRole('button', { name: 'Save policy' });
    expect(save.hasAttribute('disabled')).toBe(true);
    await person.type(form.getByRole('combobox', { name: /Add a check/ }), 'azure');
    // Offered is only what can warn.
    await screen.findByRole('option', { name: 'Azure RBAC' });
    expect(screen.queryByRole('option', { name: 'Azure key' })).toBeNull();
    await person.click(await screen.findByRole('option', { name: 'Azure RBAC' }));
    await person.click(save);
    await expect
      .poll(() => sent('SetPolicy')[0]?.input)
      .toMatchObject({
        organizationId: null,
        fourEyes: 'OWN_APPROVER',
        coolingOffSeconds: 129_600,
        approvalValidSeconds: 604_800,
        neverAccept: ['keyHasNoExpiry', 'vaultUsesRbac'],
      });
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    await expect.poll(() => sent('PartnerPolicy')).toHaveLength(2);
  });

  it('that loosens says what becomes void before anything is sent', async () => {
    const { person, sent } = open({ ...compared(true), ...SAVED });
    const form = await change(person);
    await setWaitingTime(person, form, '12');
    // Beside the button, and before the first press.
    const outcome = within(await form.findByRole('list', { name: 'What saving does' }));
    expect(outcome.getByText('This loosens the policy')).toBeTruthy();
    const warning = await form.findByRole('alert');
    expect(warning.textContent).toMatch(/become void in every open run.*history records/s);
    expect(sent('ComparePartnerPolicy')[0]).toMatchObject({ coolingOffSeconds: 43_200 });
    expect(sent('SetPolicy')).toEqual([]);
    await person.click(form.getByRole('button', { name: 'Loosen and void approvals' }));
    await expect
      .poll(() => sent('SetPolicy')[0]?.input)
      .toMatchObject({ coolingOffSeconds: 43_200 });
  });

  it('that turns out to loosen as it is sent says so first, and after another edit', async () => {
    const answer = failsOnce('Too busy.', () => compared(true).ComparePartnerPolicy);
    const { person, sent } = open({ ...SAVED, ComparePartnerPolicy: answer });
    const form = await change(person);
    await setWaitingTime(person, form, '12');
    await expect.poll(() => sent('ComparePartnerPolicy')).toHaveLength(1);
    expect(form.queryByRole('alert')).toBeNull();
    await person.click(form.getByRole('button', { name: 'Save policy' }));
    await form.findByRole('alert');
    await setWaitingTime(person, form, '6');
    expect(await form.findByRole('button', { name: 'Loosen and void approvals' })).toBeTruthy();
    expect(form.getByRole('alert')).toBeTruthy();
    expect(sent('SetPolicy')).toEqual([]);
  });

  it.each([
    [
      'en',
      'Change policy',
      /^Waiting time/,
      [
        /^1 approval can’t be used until Nov 28, 2026, /,
        /^3 .* can’t be used until .* at the latest$/,
      ],
      /^Adatum, Experience Platform: until Nov 28/,
    ],
    [
      'es',
      'Cambiar la política',
      /^Período de espera/,
      [/^1 aprobación no se puede usar hasta el 28 nov 2026, /, /^3 .* hasta el .* a más tardar$/],
      /^Adatum, Experience Platform: hasta el 28 nov/,
    ],
  ] as const)(
    'that puts off approvals says which, and until when: %s',
    async (locale, button, field, titles, item) => {
      for (const [at, totalCount] of [1, 3].entries()) {
        const until = '2026-11-28T12:19:00Z';
        const run = { id: 'run-1', organization: { id: 'a', name: 'Adatum' } };
        const held = { totalCount, until, nodes: [{ run, track: 'AEP', until }] };
        const VoidedApprovals = { approvalsVoidedBy: { totalCount: 0, nodes: [], held } };
        const { person } = open({ ...compared(false), VoidedApprovals }, locale);
        await person.click(await screen.findByRole('button', { name: button }));
        const form = within(await screen.findByRole('dialog'));
        const waiting = form.getByRole('textbox', { name: field });
        await person.clear(waiting);
        await person.type(waiting, '48');
        await person.tab();
        // In the list beside the button, and with the runs below the fields.
        expect(await form.findByRole('heading', { name: titles[at] })).toBeTruthy();
        expect(form.getAllByText(titles[at]!)).toHaveLength(2);
        expect(
          form.getAllByRole('listitem').some(({ textContent }) => item.test(textContent ?? '')),
        ).toBe(true);
        cleanup();
      }
    },
  );

  it('by which no approval could ever be used is not saved', async () => {
    const { person, sent } = open({ ...compared(false), ...SAVED });
    const form = await change(person);
    await setWaitingTime(person, form, '200');
    expect((await form.findByRole('alert')).textContent).toContain('No approval could be used');
    expect(form.getByRole('button', { name: 'Save policy' }).hasAttribute('disabled')).toBe(true);
    expect(sent('ComparePartnerPolicy')).toEqual([]);
  });

  it('of another owner is not replaced without saying so', async () => {
    let policy = STRICT;
    const { person, sent } = open({
      PartnerPolicy: () => ({ policy }),
      ComparePartnerPolicy: () => ({ policy: { ...policy, loosenedBy: false } }),
      ...SAVED,
    });
    const form = await change(person);
    await setWaitingTime(person, form, '48');
    policy = { ...STRICT, approvalValidSeconds: 3_600 };
    await person.click(form.getByRole('button', { name: 'Save policy' }));
    expect(await form.findByText('Someone else changed the policy')).toBeTruthy();
    expect(sent('SetPolicy')).toEqual([]);
    // What holds now stands beside what was typed.
    expect(form.getByText('1 hour after it is given')).toBeTruthy();
    await person.click(form.getByRole('button', { name: 'Save policy' }));
    await expect.poll(() => sent('SetPolicy')).toHaveLength(1);
  });

  it('that comes after the other owner’s by a moment keeps what was typed', async () => {
    let policy = STRICT;
    const late = { code: 'CONFLICT', message: 'Too late.', field: ['ifVersion'] };
    const { person, sent } = open({
      PartnerPolicy: () => ({ policy }),
      ComparePartnerPolicy: () => ({ policy: { ...policy, loosenedBy: false } }),
      SetPolicy: () => {
        policy = { ...STRICT, approvalValidSeconds: 3_600, version: 'v2' };
        return { setPolicy: { policy: null, userErrors: [late] } };
      },
    });
    const form = await change(person);
    await setWaitingTime(person, form, '48');
    await person.click(form.getByRole('button', { name: 'Save policy' }));
    expect(await form.findByText('Someone else changed the policy')).toBeTruthy();
    expect(await form.findByText('1 hour after it is given')).toBeTruthy();
    expect(form.getByRole<HTMLInputElement>('textbox', { name: /^Waiting time/ }).value).toBe('48');
    expect(sent('SetPolicy')[0]?.input).toMatchObject({ ifVersion: 'v1' });
  });

  it('is not sent while it can’t be compared', async () => {
    const { person, sent } = open({ ComparePartnerPolicy: serverError('Too busy.') });
    const form = await change(person);
    await setWaitingTime(person, form, '12');
    await person.click(form.getByRole('button', { name: 'Save policy' }));
    expect(await form.findByText(/^Couldn’t compare/)).toBeTruthy();
    expect(sent('SetPolicy')).toEqual([]);
  });

  it('that is refused says why at the field', async () => {
    const message = 'Give between 0 and 2592000 seconds.';
    const userErrors = [{ code: 'INVALID_INPUT', message, field: ['coolingOffSeconds'] }];
    const { person } = open({
      ...compared(false),
      SetPolicy: { setPolicy: { policy: null, userErrors } },
    });
    const form = await change(person);
    await setWaitingTime(person, form, '100');
    await person.click(form.getByRole('button', { name: 'Save policy' }));
    expect(await form.findAllByText(message)).toHaveLength(1);
  });
});

describe('the checks that nobody may accept', () => {
  it.each([
    ['en', 'Change policy', 'Warnings that nobody may accept', 'None'],
    ['es', 'Cambiar la política', 'Avisos que nadie puede aceptar', 'Ninguno'],
  ] as const)('have their title while there are none: %s', async (locale, button, title, none) => {
    const { person } = open({ PartnerPolicy: { policy: aPolicy() } }, locale);
    await person.click(await screen.findByRole('button', { name: button }));
    const form = within(await screen.findByRole('dialog'));
    expect(form.getByText(title)).toBeTruthy();
    expect(form.getByText(none)).toBeTruthy();
  });
});

describe('a policy by which nobody could approve somewhere', () => {
  const found = (count: number) => ({
    organizationsWithoutApprover: {
      totalCount: count,
      nodes: ['Adatum', 'Contoso'].slice(0, count).map((name) => ({ id: name, name })),
    },
  });

  it('names the organizations before it is saved, and can be saved', async () => {
    const { person } = openConsole('/settings/policies', {
      role: 'OWNER',
      answers: {
        ...CHECK_CHOICES,
        PartnerPolicy: { policy: aPolicy() },
        WithoutApprover: ({ fourEyes }) => found(fourEyes === 'OWN_APPROVER' ? 7 : 0),
      },
    });
    const form = await change(person);
    expect(form.queryByRole('alert')).toBeNull();
    await person.click(
      form.getByRole('radio', { name: /^An approver who was given access to the organization/ }),
    );
    const notice = within(await form.findByRole('alert'));
    expect(
      notice.getByRole('heading', { name: 'Nobody could approve for 7 organizations' }),
    ).toBeTruthy();
    const links = notice.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/organizations/Adatum', '/organizations/Contoso']);
    expect(notice.getByText('5 more')).toBeTruthy();
    const save = form.getByRole('button', { name: 'Save policy' });
    expect(save.hasAttribute('disabled')).toBe(false);
  });
});

describe('a policy that would void approvals', () => {
  const voided = (name: string, given: boolean, reason: string) => ({
    run: { id: `run-${name}`, organization: { id: name, name } },
    track: 'AEP',
    given,
    reason,
  });
  const NODES = [
    voided('Adatum', true, 'POLICY_LOOSENED'),
    voided('Contoso', false, 'POLICY_LOOSENED'),
    voided('Fabrikam', true, 'OWN_APPROVER_REQUIRED'),
    voided('Litware', true, 'ACCEPTED_WARNING'),
    voided('Northwind', true, 'EXPIRED'),
  ];

  it.each([
    ['en', 'Change policy', /^Waiting time/, '7 approvals and requests become void', '2 more'],
    [
      'es',
      'Cambiar la política',
      /^Período de espera/,
      '7 aprobaciones y solicitudes quedan anuladas',
      '2 más',
    ],
  ] as const)(
    'lists them with why, before it is saved: %s',
    async (locale, button, field, title, more) => {
      const asked: object[] = [];
      const { person } = open(
        {
          VoidedApprovals: (variables) => {
            asked.push(variables);
            return { approvalsVoidedBy: { totalCount: 7, nodes: NODES, held: NONE_HELD } };
          },
        },
        locale,
      );
      await person.click(await screen.findByRole('button', { name: button }));
      const form = within(await screen.findByRole('dialog'));
      // Nothing would change yet.
      expect(asked).toEqual([]);
      const waiting = form.getByRole('textbox', { name: field });
      await person.clear(waiting);
      await person.type(waiting, '1');
      await person.tab();
      const notice = within(
        (await form.findByRole('heading', { name: title })).closest(
          '[role="alert"]',
        ) as HTMLElement,
      );
      expect(asked.at(-1)).toMatchObject({ fourEyes: 'OWN_APPROVER', organizationId: null });
      const links = notice.getAllByRole('link');
      expect(links.map((link) => link.getAttribute('href'))).toEqual(
        NODES.map(({ run }) => `/runs/${run.id}`),
      );
      expect(links[0]!.textContent).toBe('Adatum, Experience Platform');
      expect(notice.getByText(more)).toBeTruthy();
      const reasons = notice.getAllByRole('listitem').map(({ textContent }) => textContent);
      // Also where the policy was stricter only in between.
      const why = { en: 'because this loosens the policy', es: 'porque esto relaja la política' };
      for (const reason of reasons.slice(0, 2)) expect(reason).toContain(why[locale]);
      expect(new Set(reasons.map((reason) => reason!.split(': ')[1])).size).toBe(6);
    },
  );

  const GIVEN = voided('Adatum', true, 'POLICY_LOOSENED');
  const ASKED = voided('Contoso', false, 'POLICY_LOOSENED');
  const AGAIN = 'Approval must be requested again.';
  const ALL_AGAIN = 'Approvals must be requested again.';
  const DE_NUEVO = 'La aprobación debe solicitarse de nuevo.';
  const TODAS_DE_NUEVO = 'Las aprobaciones deben solicitarse de nuevo.';
  it.each([
    ['en', [GIVEN], '1 approval becomes void', AGAIN],
    ['en', [ASKED], '1 request for approval becomes void', AGAIN],
    ['en', [GIVEN, GIVEN], '2 approvals become void', ALL_AGAIN],
    ['en', [ASKED, ASKED], '2 requests for approval become void', ALL_AGAIN],
    ['en', [GIVEN, ASKED], '2 approvals and requests become void', ALL_AGAIN],
    ['es', [GIVEN], '1 aprobación queda anulada', DE_NUEVO],
    ['es', [ASKED], '1 solicitud de aprobación queda anulada', DE_NUEVO],
    ['es', [ASKED, ASKED], '2 solicitudes de aprobación quedan anuladas', TODAS_DE_NUEVO],
    ['es', [GIVEN, ASKED], '2 aprobaciones y solicitudes quedan anuladas', TODAS_DE_NUEVO],
  ] as const)('distinguishes requests and approvals (%s): %#', async (locale, of, title, then) => {
    const nodes = of.map((one, at) => ({ ...one, run: { ...one.run, id: `run-${at}` } }));
    const VoidedApprovals = {
      approvalsVoidedBy: { totalCount: nodes.length, nodes, held: NONE_HELD },
    };
    const { person } = open({ VoidedApprovals }, locale);
    const name = locale === 'en' ? 'Change policy' : 'Cambiar la política';
    await person.click(await screen.findByRole('button', { name }));
    const form = within(await screen.findByRole('dialog'));
    await person.click(
      form.getAllByRole('radio').find((one) => !(one as HTMLInputElement).checked)!,
    );
    expect(await form.findByRole('heading', { name: title })).toBeTruthy();
    expect(form.getByText(then)).toBeTruthy();
  });
});
