// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  aDelivery,
  aWebhook,
  WEBHOOK_EVENT_ANSWERS,
  webhookPage,
} from '../../fixtures/aWebhook.ts';
import { serverError, type Answers } from '../../fixtures/AnsweringLink.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const open = (answers: Answers) =>
  openConsole('/settings/webhooks/webhook-1', {
    role: 'OWNER',
    answers: { ...WEBHOOK_EVENT_ANSWERS, ...answers },
  });
const done = { webhook: aWebhook(), userErrors: [] };
const FAILED = aDelivery({
  ...{ id: 'delivery-2', event: 'run.completed', status: 'PENDING' },
  nextAttemptAt: '2026-11-20T12:30:00Z',
  attempts: [
    { at: '2026-11-20T12:00:00Z', statusCode: null, milliseconds: 15_000, error: 'Timed out' },
    { at: '2026-11-20T12:00:20Z', statusCode: 302, milliseconds: 12, error: 'Redirect refused' },
  ],
});
async function choose({ person }: ReturnType<typeof open>, name: string) {
  await person.click(await screen.findByRole('button', { name: 'More actions' }));
  await person.click(await screen.findByRole('menuitem', { name }));
}

describe('a webhook', () => {
  it('shows each delivery with its attempts and its exact body', async () => {
    const { person } = open(webhookPage(aWebhook(), FAILED, aDelivery()));
    const failed = within(await screen.findByRole('article', { name: 'run.completed' }));
    expect(failed.getByText('Pending')).toBeTruthy();
    expect(failed.getByText('Redirect refused')).toBeTruthy();
    await person.click(failed.getByRole('button', { name: 'Show 2 attempts' }));
    const rows = within(failed.getByRole('table', { name: 'Attempts' })).getAllByRole('row');
    expect(rows[1]?.textContent).toMatch(/^1.*No answer · Timed out15,000 ms$/);
    expect(rows[2]?.textContent).toMatch(/^2.*302 · Redirect refused12 ms$/);
    const delivered = within(screen.getByRole('article', { name: 'run.started' }));
    await person.click(delivered.getByRole('button', { name: 'Show the body' }));
    expect(delivered.getByRole('group', { name: 'the exact body' }).textContent).toBe(
      aDelivery().body,
    );
  });

  it('sends a delivery again, and a test, and reads what became of them', async () => {
    const { person, sent } = open({
      ...webhookPage(aWebhook(), FAILED),
      ...{ Redeliver: { redeliver: done }, TestWebhook: { testWebhook: done } },
    });
    await person.click(await screen.findByRole('button', { name: 'Send again: run.completed' }));
    await waitFor(() => expect(sent('WebhookDeliveries')).toHaveLength(2));
    expect(sent('Redeliver')[0]?.input).toMatchObject({ deliveryId: 'delivery-2' });
    await person.click(screen.getByRole('button', { name: 'Send a test' }));
    await waitFor(() => expect(sent('WebhookDeliveries')).toHaveLength(3));
    expect(sent('TestWebhook')[0]?.input).toMatchObject({ id: 'webhook-1' });
  });

  it('asks the server for one status alone', async () => {
    const { person, sent } = open(webhookPage(aWebhook()));
    expect(await screen.findByText('No deliveries yet')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: /Status/ }));
    await person.click(await screen.findByRole('menuitemradio', { name: 'Failed' }));
    await waitFor(() =>
      expect(sent('WebhookDeliveries').at(-1)).toMatchObject({ status: 'FAILED' }),
    );
    expect(await screen.findByText('No delivery has this status')).toBeTruthy();
  });

  it.each([
    ['FAILING', /Every attempt failed for five days/],
    ['GONE', /410 Gone/],
    ['OTHER_ONE', /Reason: OTHER_ONE/],
  ])('that was disabled automatically says why, and is enabled again: %s', async (reason, text) => {
    const { person, sent } = open({
      ...webhookPage(aWebhook({ enabled: false, disabledReason: reason })),
      UpdateWebhook: { updateWebhook: done },
    });
    expect(await screen.findByText('Keyway disabled this webhook')).toBeTruthy();
    expect(screen.getByText(text)).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'Enable' }));
    await waitFor(() =>
      expect(sent('UpdateWebhook')[0]?.input).toMatchObject({ id: 'webhook-1', enabled: true }),
    );
  });

  it('that is failing says since when, and what follows', async () => {
    open(webhookPage(aWebhook({ failingSince: '2026-11-20T12:00:00Z' })));
    expect(await screen.findByText('The receiver doesn’t take messages')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Enable' })).toBeNull();
  });

  it('says what waits for others, and until when the receiver asked for nothing', async () => {
    const url = `https://itsm.example/${'long/'.repeat(60)}`;
    const waiting = { status: 'PENDING', attempts: [], nextAttemptAt: '2026-11-20T12:00:00Z' };
    open(webhookPage(aWebhook({ url, pausedUntil: '2126-11-28T12:40:00Z' }), aDelivery(waiting)));
    expect(await screen.findByText('Sent after those before it')).toBeTruthy();
    expect(screen.queryByText(/Next attempt/)).toBeNull();
    expect(screen.getByText(/^The receiver asked for time/)).toBeTruthy();
    // A title may cut a long address; the whole one is copied.
    expect(screen.getByRole('button', { name: 'Copy address' })).toBeTruthy();
  });

  it('shows a new secret once, after it was asked for', async () => {
    const opened = open({
      ...webhookPage(aWebhook()),
      RotateWebhookSecret: { rotateWebhookSecret: { ...done, secret: 'whsec_bmV3' } },
    });
    await choose(opened, 'Rotate the secret');
    const form = within(await screen.findByRole('dialog', { name: 'Rotate the secret?' }));
    expect(opened.sent('RotateWebhookSecret')).toHaveLength(0);
    await opened.person.click(form.getByRole('button', { name: 'Rotate the secret' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New secret' }));
    expect(dialog.getByText(/24 hours/)).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Copy secret' })).toBeTruthy();
  });

  it('is changed, disabled and deleted after a question', async () => {
    const opened = open({
      ...webhookPage(aWebhook()),
      ...{ UpdateWebhook: { updateWebhook: done }, DeleteWebhook: { deleteWebhook: done } },
      ...{
        Webhooks: { webhooks: { pageInfo: { hasNextPage: false, endCursor: null }, edges: [] } },
      },
    });
    const { person, sent } = opened;
    await choose(opened, 'Edit');
    const form = within(await screen.findByRole('dialog', { name: 'Edit' }));
    await person.click(form.getByRole('radio', { name: /^Every event/ }));
    await person.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent('UpdateWebhook')[0]?.input).toMatchObject({
      ...{ id: 'webhook-1', url: 'https://itsm.example/keyway', events: ['*'] },
    });
    await choose(opened, 'Disable');
    await person.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Disable' }),
    );
    await waitFor(() => expect(sent('UpdateWebhook')[1]?.input).toMatchObject({ enabled: false }));
    await choose(opened, 'Delete');
    const question = within(await screen.findByRole('dialog', { name: 'Delete this webhook?' }));
    expect(question.getByText(/log of its deliveries is deleted/)).toBeTruthy();
    await person.click(question.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('No webhooks yet')).toBeTruthy();
  });

  it('that is not there, or can’t be loaded, says so', async () => {
    open({ WebhookDeliveries: { node: null } });
    expect(await screen.findByText('Page not found')).toBeTruthy();
  });

  it('that can’t be loaded says so', async () => {
    open({ WebhookDeliveries: serverError('Too busy.') });
    expect(await screen.findByText('Couldn’t load this webhook')).toBeTruthy();
  });
});
