// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aWebhook, WEBHOOK_EVENT_ANSWERS, webhookList } from '../../fixtures/aWebhook.ts';
import { serverError, type Answers } from '../../fixtures/AnsweringLink.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const PATH = '/settings/webhooks';
const open = (answers: Answers, locale?: 'es') =>
  openConsole(PATH, { role: 'OWNER', answers: { ...WEBHOOK_EVENT_ANSWERS, ...answers }, locale });
type Opened = ReturnType<typeof open>;

async function openForm({ person }: Opened, address = 'hooks.example/keyway') {
  await person.click(await screen.findByRole('button', { name: 'Create webhook' }));
  const form = within(await screen.findByRole('dialog', { name: 'Create webhook' }));
  await person.type(form.getByRole('textbox', { name: /Address/ }), address);
  return form;
}
const submit = ({ person }: Opened, form: Awaited<ReturnType<typeof openForm>>) =>
  person.click(form.getByRole('button', { name: 'Create webhook' }));
const made = (more: object = {}) => ({
  CreateWebhook: {
    createWebhook: { secret: 'whsec_c2VjcmV0', webhook: aWebhook(), userErrors: [], ...more },
  },
});

describe('the webhooks', () => {
  it('say where each sends to, what, and whether it does', async () => {
    const organizations = Array.from({ length: 8 }, (_, index) => ({
      ...{ id: `o-${index}`, name: `Organization ${index}` },
    }));
    open(
      webhookList(
        aWebhook({ id: 'a', events: ['*'] }),
        aWebhook({ id: 'b', organizations, failingSince: '2026-11-20T12:00:00Z' }),
        aWebhook({ id: 'c', enabled: false }),
        aWebhook({ id: 'd', enabled: false, disabledReason: 'GONE' }),
      ),
    );
    const rows = within(await screen.findByRole('table', { name: 'Webhooks' })).getAllByRole('row');
    const [, first, second, third, fourth] = rows.map(({ textContent }) => textContent);
    expect(first).toMatch(/itsm\.example.*Every event.*Enabled/);
    expect(second).toMatch(/run\.\*, approval\.requested.*Organization 4, and 3 more.*Failing/);
    expect(third).toMatch(/Disabled(?! automatically)/);
    expect(fourth).toMatch(/Disabled automatically/);
  });

  it('that are none say what they are for', async () => {
    open(webhookList());
    expect(await screen.findByText('No webhooks yet')).toBeTruthy();
  });

  it('that can’t be loaded say so', async () => {
    open({ Webhooks: serverError('Too busy.') });
    expect(await screen.findByText('Couldn’t load the webhooks')).toBeTruthy();
  });

  it('are for owners of the whole partner alone', async () => {
    openConsole(PATH, { role: 'OPERATOR', answers: webhookList() });
    expect(await screen.findByText(/Only owners/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Create webhook' })).toBeNull();
  });

  it('are in Spanish', async () => {
    open(webhookList(), 'es');
    expect(await screen.findByText('Aún no hay webhooks')).toBeTruthy();
  });
});

describe('a new webhook', () => {
  it('gets every event unless some are chosen, and its secret is shown once', async () => {
    const opened = open({ ...webhookList(), ...made() });
    await submit(opened, await openForm(opened));
    const dialog = within(await screen.findByRole('dialog', { name: 'Webhook created' }));
    expect(dialog.getByText('Copy the secret now. It won’t be shown again.')).toBeTruthy();
    expect(opened.sent('CreateWebhook')[0]?.input).toMatchObject({
      ...{ url: 'https://hooks.example/keyway', events: ['*'], organizationIds: null },
      idempotencyKey: expect.any(String),
    });
    await opened.person.click(dialog.getByRole('button', { name: 'Close' }));
    const question = within(
      await screen.findByRole('alertdialog', { name: 'Close without copying?' }),
    );
    await opened.person.click(question.getByRole('button', { name: 'Go back' }));
    await opened.person.click(dialog.getByRole('button', { name: 'Copy secret' }));
    await opened.person.click(dialog.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(opened.sent('Webhooks')).toHaveLength(2);
  });

  it('lets people choose groups and single events, with what each means', async () => {
    const opened = open({ ...webhookList(), ...made() });
    const { person } = opened;
    const form = await openForm(opened);
    await person.click(form.getByRole('radio', { name: 'Only certain events' }));
    expect(form.getByRole('button', { name: 'Create webhook' }).hasAttribute('disabled')).toBe(
      true,
    );
    expect(await form.findByText('Somebody requested an approval.')).toBeTruthy();
    expect(form.queryByRole('checkbox', { name: /test\.ping/ })).toBeNull();
    await person.click(form.getByRole('checkbox', { name: 'run.started' }));
    await person.click(form.getByRole('checkbox', { name: 'approval.requested' }));
    await person.click(form.getByRole('checkbox', { name: 'All of run.*' }));
    const covered = form.getByRole('checkbox', { name: 'run.completed' });
    expect([covered.hasAttribute('disabled'), (covered as HTMLInputElement).checked]).toEqual([
      ...[true, true],
    ]);
    await person.click(form.getByRole('button', { name: 'Show an example of each of 3 events' }));
    expect(form.getByText(/"type": "run.started"/)).toBeTruthy();
    await submit(opened, form);
    expect(opened.sent('CreateWebhook')[0]?.input).toMatchObject({
      events: ['approval.requested', 'run.*'],
    });
  });

  it('shows at the address what the server refused about it', async () => {
    const message = 'The address leads to 10.0.0.1, which is private.';
    const userErrors = [{ code: 'INVALID_INPUT', message, field: ['url'] }];
    const opened = open({ ...webhookList(), ...made({ secret: null, webhook: null, userErrors }) });
    const form = await openForm(opened);
    await submit(opened, form);
    expect(await form.findAllByText(message)).toHaveLength(1);
  });
});
