// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  aCheck,
  aRun,
  aStep,
  aTrack,
  anApprovableTrack,
  anApproval,
  IMS_ORG_ID,
  NOW,
  WARNING_CHECK,
} from '../../fixtures/aRun.ts';
import { aPreview, anOutgoing } from '../../fixtures/aPreview.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import { PATH, decision, runWith } from '../../testing/approvalPage.ts';
import { done, openConsole, refused } from '../../testing/openConsole.tsx';

const requested = runWith(anApprovableTrack('AEP', { approval: anApproval() }), 'approve');
const summary = async () => within(await screen.findByRole('region', { name: 'At a glance' }));

afterEach(() => vi.restoreAllMocks());

describe('the approval page, in one screen', () => {
  it('says at a glance what is approved', async () => {
    const override = { reason: 'Rotated every year', by: 'Omar', at: NOW };
    const track = anApprovableTrack('AEP', { approval: anApproval() });
    const steps = track.steps.map((step) =>
      step.id === 'KEY' ? { ...step, checks: [aCheck(), { ...WARNING_CHECK, override }] } : step,
    );
    openConsole(PATH, { role: 'APPROVER', answers: runAnswers(runWith({ ...track, steps })) });
    const seen = await summary();
    expect(seen.getByText('2 passed')).toBeTruthy();
    expect(seen.getByText('1 warning accepted')).toBeTruthy();
    expect(seen.getByText(/Accepted by Omar: “Rotated every year”/)).toBeTruthy();
    for (const text of ['keyway-cmk', 'kv-contoso.vault.azure.net', 'cmk', 'platform.adobe.io'])
      expect(seen.getByText(text)).toBeTruthy();
    expect(seen.getByRole('button', { name: /Copy evidence hash/i })).toBeTruthy();
  });

  it('warns where all of it rests on what people attested', async () => {
    const attestation = { statement: 'Seen', reference: null, by: 'Omar', at: NOW };
    const track = anApprovableTrack('AEP', { approval: anApproval() });
    const attested = (checks: (typeof track)['steps'][number]['checks']) => {
      const steps = track.steps.map((step) =>
        step.id === 'KEY' ? { ...step, attestation, checks } : { ...step, checks: [] },
      );
      return { role: 'APPROVER', answers: runAnswers(runWith({ ...track, steps })) } as const;
    };
    const warning = 'Keyway verified nothing of this: all of it rests on what people attested.';
    openConsole(PATH, attested([]));
    expect((await summary()).getByText(warning)).toBeTruthy();
    cleanup();
    openConsole(PATH, attested([aCheck()]));
    expect((await summary()).queryByText(warning)).toBeNull();
  });

  it('folds what passed, and opens what has to be read', async () => {
    const steps = [
      aStep('VAULT', 'DONE', { checks: [aCheck(), aCheck({ id: 'b', title: 'Soft delete' })] }),
      aStep('KEY', 'BLOCKED', { checks: [WARNING_CHECK] }),
      aStep('APPROVAL', 'LOCKED'),
    ];
    openConsole(PATH, { answers: runAnswers(runWith(aTrack('AEP', { steps }))) });
    const evidence = within(await screen.findByRole('region', { name: 'Evidence' }));
    const fold = (text: string) => evidence.getByText(text).closest('details');
    expect(fold('Soft delete')?.open).toBe(false);
    expect(fold('2 passed')).toBe(fold('Soft delete'));
    expect(fold('Expiry date')).toBeNull();
  });

  it('shows the bytes that the server gave, to the last one', async () => {
    const body = '{"name":"ñ <b>\\"é\\"</b>","n":"\\u2028 & 漢"}';
    const outgoing = anOutgoing('keyway-cmk');
    const tracks = outgoing.tracks.map((one) =>
      one.id === 'AEP' ? { ...one, preview: { ...aPreview('keyway-cmk'), body } } : one,
    );
    const answers = { ...runAnswers(requested), RunOutgoing: { run: { ...outgoing, tracks } } };
    openConsole(PATH, { role: 'APPROVER', answers });
    const shown = await screen.findByRole('group', { name: 'Request body', hidden: true });
    const bytes = new TextEncoder();
    expect(bytes.encode(shown.textContent)).toEqual(bytes.encode(body));
    expect(
      screen.getByText(`${bytes.encode(body).length} bytes, exactly as it will be sent`),
    ).toBeTruthy();
  });
});

describe('the approval page, of a name with a documented trap', () => {
  it('warns, and asks before approval is requested and not later', async () => {
    const run = runWith(anApprovableTrack('AEP'), 'requestApproval');
    const answers = { ...runAnswers(run), RequestApproval: done('requestApproval', requested) };
    const { person, sent } = openConsole(PATH, { answers });
    const form = await decision();
    const name = await form.findByRole('textbox', { name: /Configuration name/ });
    const button = () => form.getByRole('button', { name: 'Request approval' });
    await person.clear(name);
    await person.type(name, 'Config1');
    const anyway = await form.findByRole('checkbox', { name: 'Use “Config1” anyway' });
    expect(button().hasAttribute('disabled')).toBe(true);
    await person.click(anyway);
    await expect.poll(() => button().hasAttribute('disabled')).toBe(false);
    // Accepted for this name, and for no other one.
    await person.type(name, 'X');
    await form.findByRole('checkbox', { name: 'Use “Config1X” anyway' });
    expect(button().hasAttribute('disabled')).toBe(true);
    await person.click(form.getByRole('checkbox', { name: 'Use “Config1X” anyway' }));
    await person.click(button());
    await expect.poll(() => sent('RequestApproval')).toHaveLength(1);
    expect(sent('RequestApproval')[0]?.input).toMatchObject({ configurationName: 'Config1X' });
  });
});

describe('the approval page, when something does not go through', () => {
  it('shows a refusal beside the button, with the focus on it and what was typed kept', async () => {
    const answers = {
      ...runAnswers(requested),
      Approve: refused('approve', 'APPROVAL_VOID', 'The vault changed.'),
    };
    const { person } = openConsole(PATH, { role: 'APPROVER', answers });
    const form = await decision();
    const typed = form.getByRole('textbox', { name: /IMS organization ID/ });
    await person.type(typed, IMS_ORG_ID);
    await person.type(form.getByRole('textbox', { name: /Comment/ }), 'Seen');
    await person.click(form.getByRole('button', { name: 'Approve' }));
    const notice = await form.findByText('The vault changed.');
    await expect.poll(() => document.activeElement?.contains(notice)).toBe(true);
    expect(typed).toHaveProperty('value', IMS_ORG_ID);
    expect(form.getByRole('textbox', { name: /Comment/ })).toHaveProperty('value', 'Seen');
  });

  it('says beside the button that there is no answer, and keeps what was typed', async () => {
    const answers = { ...runAnswers(requested), Approve: () => new Error('offline') };
    const { person } = openConsole(PATH, { role: 'APPROVER', answers });
    const form = await decision();
    const typed = form.getByRole('textbox', { name: /IMS organization ID/ });
    await person.type(typed, IMS_ORG_ID);
    await person.click(form.getByRole('button', { name: 'Approve' }));
    expect(await form.findByRole('alert')).toBeTruthy();
    expect(typed).toHaveProperty('value', IMS_ORG_ID);
  });

  it('says beside the button that the device is offline, until it is not', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    openConsole(PATH, { role: 'APPROVER', answers: runAnswers(requested) });
    const form = await decision();
    const said = () => form.queryByText('You’re offline. What you typed stays here.');
    expect(said()?.closest('[role=status]')).toBeTruthy();
    onLine.mockReturnValue(true);
    act(() => void dispatchEvent(new Event('online')));
    expect(said()).toBeNull();
  });
});

describe('the approval page of a key in AWS KMS', () => {
  it('names the key, and neither a vault nor a host', async () => {
    const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const approval = anApproval({ keyIdentifier: arn, tenantId: '', host: null });
    const run = aRun({
      organization: { ...aRun().organization, cloud: 'AWS' },
      tracks: [anApprovableTrack('AEP', { approval, key: null }), aTrack('CJA')],
    });
    openConsole(PATH, { role: 'APPROVER', answers: runAnswers(run) });
    const seen = await summary();
    expect(seen.getByTitle(arn)).toBeTruthy();
    for (const name of ['Vault', 'Tenant ID', 'Sent to']) expect(seen.queryByText(name)).toBeNull();
  });
});
