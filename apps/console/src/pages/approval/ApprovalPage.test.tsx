// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  IMS_ORG_ID,
  NOW,
  NEVER_ACCEPTED_CHECK,
  WARNING_CHECK,
  aCheck,
  aRun,
  aStep,
  aTrack,
  anApprovableTrack,
  anAbortedSubmission,
  anApproval,
} from '../../fixtures/aRun.ts';
import { serverError } from '../../fixtures/AnsweringLink.ts';
import type { TrackView } from '../../features/run/data/runFields.ts';
import { aPolicy } from '../../fixtures/aPolicy.ts';
import { anOutgoing } from '../../fixtures/aPreview.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import { PATH, decision, runWith } from '../../testing/approvalPage.ts';
import { done, openConsole, refused } from '../../testing/openConsole.tsx';

const requested = runWith(anApprovableTrack('AEP', { approval: anApproval() }), 'approve');

describe('the approval page, while a decision is pending', () => {
  it('shows what will be sent, the evidence, and what can’t be undone', async () => {
    openConsole(PATH, { role: 'APPROVER', answers: runAnswers(requested) });
    const sent = within(await screen.findByRole('region', { name: 'What will be sent' }));
    expect(await sent.findByText('{"name":"keyway-cmk"}')).toBeTruthy();
    const evidence = within(screen.getByRole('region', { name: 'Evidence' }));
    expect(evidence.getAllByText('Purge protection').length).toBeGreaterThan(0);
    const consequences = within(screen.getByRole('region', { name: 'What can’t be undone' }));
    expect(consequences.getByText('IRR-01')).toBeTruthy();
  });

  it('shows the name that is approved, also after a submission of another name that sent nothing', async () => {
    const submission = anAbortedSubmission('old-name');
    const approval = anApproval({ configurationName: 'new-name' });
    const run = runWith(anApprovableTrack('AEP', { approval, submission }), 'approve');
    openConsole(PATH, { role: 'APPROVER', answers: runAnswers(run) });
    const sent = within(await screen.findByRole('region', { name: 'What will be sent' }));
    expect(await sent.findByText('{"name":"new-name"}')).toBeTruthy();
    expect(sent.getByText('One request to Adobe, byte for byte, named new-name.')).toBeTruthy();
    expect(sent.getByText('19 bytes, exactly as it will be sent')).toBeTruthy();
  });

  it.each([[null], [anAbortedSubmission('old-name')]])(
    'promises no exact bytes where the name is not part of the approval',
    async (submission) => {
      const approval = anApproval({ configurationName: null });
      const run = runWith(anApprovableTrack('AEP', { approval, submission }), 'approve');
      openConsole(PATH, { role: 'APPROVER', answers: runAnswers(run) });
      const sent = within(await screen.findByRole('region', { name: 'What will be sent' }));
      expect(await sent.findByText(/may choose any name that passes the check/)).toBeTruthy();
      expect(
        await sent.findByText('Not the exact bytes yet: the name is a placeholder'),
      ).toBeTruthy();
      expect(sent.queryByText(/exactly as/)).toBeNull();
    },
  );

  it('approves only with the organization’s ID typed in full', async () => {
    const answers = { ...runAnswers(requested), Approve: done('approve', requested) };
    const { person, sent } = openConsole(PATH, { role: 'APPROVER', answers });
    const form = await decision();
    const approve = form.getByRole('button', { name: 'Approve' });
    const field = form.getByRole('textbox', { name: /IMS organization ID/ });
    await person.type(field, '0123X');
    expect(form.getByText('This ID doesn’t match the organization.')).toBeTruthy();
    expect(approve.hasAttribute('disabled')).toBe(true);
    await person.clear(field);
    await person.type(field, IMS_ORG_ID);
    await person.click(approve);
    await expect.poll(() => sent('Approve')).toHaveLength(1);
    expect(sent('Approve')[0]?.input).toMatchObject({ track: 'AEP', confirmImsOrgId: IMS_ORG_ID });
  });

  it.each([
    ['en', 'What will be sent', /in English and in Spanish it says the same.*not the wording/],
    ['es', 'Lo que se enviará', /en español y en inglés dice lo mismo.*no la redacción/],
  ] as const)(
    'says of the ticket’s text (%s) what of it is approved',
    async (locale, name, note) => {
      const approval = anApproval();
      const track = anApprovableTrack('CJA', { approval });
      const run = aRun({ tracks: [aTrack('AEP'), track] });
      openConsole('/runs/run-1/approval/CJA', {
        ...{ role: 'APPROVER', locale },
        answers: runAnswers(run),
      });
      const sent = within(await screen.findByRole('region', { name }));
      expect(await sent.findByText('Please set up our key.')).toBeTruthy();
      expect(sent.getByText(note)).toBeTruthy();
    },
  );

  it('says that an incomplete ID is wrong once the field is left, and not before', async () => {
    const { person } = openConsole(PATH, { role: 'APPROVER', answers: runAnswers(requested) });
    const form = await decision();
    const field = form.getByRole('textbox', { name: /IMS organization ID/ });
    const wrong = () => form.queryByText('This ID doesn’t match the organization.');
    await person.type(field, IMS_ORG_ID.slice(0, 9));
    expect(wrong()).toBeNull();
    await person.tab();
    expect(wrong()).toBeTruthy();
    await person.type(field, IMS_ORG_ID.slice(9));
    await person.tab();
    expect(wrong()).toBeNull();
  });

  it('reads the number of pending approvals again at once after the decision', async () => {
    let totalCount = 2;
    const { person } = openConsole(PATH, {
      role: 'APPROVER',
      answers: {
        ...runAnswers(requested),
        Approve: done('approve', requested),
        ShellCounts: () => ({ pendingApprovals: { totalCount } }),
      },
    });
    expect(await screen.findByRole('img', { name: '2 approvals for you to decide' })).toBeTruthy();
    const form = await decision();
    await person.type(form.getByRole('textbox', { name: /IMS organization ID/ }), IMS_ORG_ID);
    totalCount = 1;
    await person.click(form.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByRole('img', { name: '1 approval for you to decide' })).toBeTruthy();
  });

  it('shows at the field what the server refused about it', async () => {
    const message = 'The ID is not this organization’s.';
    const answers = {
      ...runAnswers(requested),
      Approve: refused('approve', 'CONFIRMATION_MISMATCH', message, 'confirmImsOrgId'),
    };
    const { person } = openConsole(PATH, { role: 'APPROVER', answers });
    const form = await decision();
    await person.type(form.getByRole('textbox', { name: /IMS organization ID/ }), IMS_ORG_ID);
    await person.click(form.getByRole('button', { name: 'Approve' }));
    // Only there, not in a notice as well.
    expect(await form.findAllByText(message)).toHaveLength(1);
  });

  it('can’t be approved until what can’t be undone is on screen', async () => {
    const answers = runAnswers(requested);
    const outgoing = failsOnce('The database is unavailable.', ({ name }) => ({
      run: anOutgoing(String(name)),
    }));
    const { person } = openConsole(PATH, {
      role: 'APPROVER',
      answers: { ...answers, RunOutgoing: outgoing },
    });
    const consequences = within(
      await screen.findByRole('region', { name: 'What can’t be undone' }),
    );
    expect(await consequences.findByText('The database is unavailable.')).toBeTruthy();
    const form = await decision();
    const approve = form.getByRole('button', { name: 'Approve' });
    await person.type(form.getByRole('textbox', { name: /IMS organization ID/ }), IMS_ORG_ID);
    expect(approve.hasAttribute('disabled')).toBe(true);
    await person.click(consequences.getByRole('button', { name: 'Try again' }));
    expect(await consequences.findByText('IRR-01')).toBeTruthy();
    expect(approve.hasAttribute('disabled')).toBe(false);
  });

  it('refuses with a reason, in Spanish', async () => {
    const answers = { ...runAnswers(requested), Refuse: done('refuse', requested) };
    const { person, sent } = openConsole(PATH, { role: 'APPROVER', locale: 'es', answers });
    const form = within(await screen.findByRole('region', { name: 'Decisión' }));
    await person.click(form.getByRole('button', { name: 'Rechazar…' }));
    await person.type(
      form.getByRole('textbox', { name: /Motivo del rechazo/ }),
      'Clave incorrecta',
    );
    await person.click(form.getByRole('button', { name: 'Rechazar' }));
    await expect.poll(() => sent('Refuse')).toHaveLength(1);
    expect(sent('Refuse')[0]).toMatchObject({
      locale: 'es',
      input: { reason: 'Clave incorrecta' },
    });
  });

  it('says why the requester can’t decide', async () => {
    const own = anApproval({ mayNotDecide: 'SELF_APPROVAL' });
    const run = runWith(anApprovableTrack('AEP', { approval: own }));
    openConsole(PATH, { answers: runAnswers(run) });
    const form = await decision();
    expect(form.getByRole('heading', { name: 'Someone else decides' })).toBeTruthy();
    expect(
      form.getByText(/with a token\. Any approver or owner other than the requester/),
    ).toBeTruthy();
    expect(form.queryByRole('button', { name: 'Approve' })).toBeNull();
  });
});

describe('the approval page, after a send whose outcome is not known', () => {
  it('proposes the only name that may follow, whatever was submitted after it', async () => {
    const part = { onlyConfigurationName: 'contoso-cmk', submission: anAbortedSubmission('other') };
    const run = runWith(anApprovableTrack('AEP', part), 'requestApproval');
    const answers = { ...runAnswers(run), RequestApproval: done('requestApproval', run) };
    const { person, sent } = openConsole(PATH, { answers });
    const form = await decision();
    const field = await form.findByRole('textbox', { name: 'Configuration name' });
    expect(field).toHaveProperty('value', 'contoso-cmk');
    const button = form.getByRole('button', { name: 'Request approval' });
    await expect.poll(() => button.hasAttribute('disabled')).toBe(false);
    await person.click(button);
    expect(sent('RequestApproval')).toMatchObject([
      { input: { configurationName: 'contoso-cmk' } },
    ]);
  });
});

describe('the approval page, where a policy bites', () => {
  it.each(['SELF_APPROVAL', 'FORBIDDEN'] as const)(
    'says by the policy who decides instead, after %s',
    async (mayNotDecide) => {
      const run = runWith(anApprovableTrack('AEP', { approval: anApproval({ mayNotDecide }) }));
      const policy = aPolicy({ fourEyes: 'OWN_APPROVER' });
      openConsole(PATH, { role: 'AUDITOR', answers: runAnswers({ ...run, policy }) });
      const form = await decision();
      expect(form.getByText(/\. An approver of Contoso Health decides, other than/)).toBeTruthy();
      expect(form.queryByText(/approver or owner/)).toBeNull();
    },
  );

  it('says which approver has to decide, to one who may not', async () => {
    const approval = anApproval({ mayNotDecide: 'POLICY_FORBIDS', mayNotRefuse: 'FORBIDDEN' });
    const policy = aPolicy({ fourEyes: 'OWN_APPROVER', coolingOffSeconds: 3_600 });
    const run = { ...runWith(anApprovableTrack('AEP', { approval })), policy };
    openConsole(PATH, { role: 'APPROVER', answers: runAnswers(run) });
    const form = await decision();
    expect(
      form.getByText(/^By policy, an approver of Contoso Health decides: someone/),
    ).toBeTruthy();
    expect(form.getByText(/used after 1 hour and expires after 7 days/)).toBeTruthy();
    expect(form.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('lets who may not approve by the policy refuse', async () => {
    const approval = anApproval({ mayNotDecide: 'POLICY_FORBIDS' });
    const run = runWith(anApprovableTrack('AEP', { approval }));
    const answers = { ...runAnswers(run), Refuse: done('refuse', run) };
    const { person, sent } = openConsole(PATH, { role: 'APPROVER', answers });
    const form = await decision();
    expect(form.getByText(/You can refuse it\.$/)).toBeTruthy();
    expect(form.queryByRole('button', { name: 'Approve' })).toBeNull();
    await person.click(form.getByRole('button', { name: 'Refuse…' }));
    await person.click(form.getByRole('button', { name: 'Cancel' }));
    await person.click(form.getByRole('button', { name: 'Refuse…' }));
    await person.type(form.getByRole('textbox', { name: /Reason/ }), 'Not our key');
    await person.click(form.getByRole('button', { name: 'Refuse' }));
    await expect.poll(() => sent('Refuse')[0]?.['input']).toMatchObject({ reason: 'Not our key' });
  });

  it('says to the requester which approver is needed, in Spanish', async () => {
    const policy = aPolicy({ fourEyes: 'OWN_APPROVER' });
    const run = { ...runWith(anApprovableTrack('AEP'), 'requestApproval'), policy };
    openConsole(PATH, { locale: 'es', answers: runAnswers(run) });
    expect(await screen.findByText(/^Decide un aprobador de Contoso Health/)).toBeTruthy();
  });

  it.each([
    ['2026-11-25T13:00:00.000Z', true],
    ['2026-11-25T12:00:00.000Z', false],
  ])('usable at %s: says so is %s', async (usableAt, isSaid) => {
    const times = { decidedAt: NOW, usableAt, expiresAt: '2026-12-02T12:00:00Z' };
    const approval = anApproval({ status: 'APPROVED', decidedBy: 'Ana', ...times });
    const run = runWith(anApprovableTrack('AEP', { approval }));
    openConsole(PATH, { answers: runAnswers(run) });
    const form = await decision();
    expect(form.queryByText('Approval usable from') !== null).toBe(isSaid);
    expect(form.getByText('Expires')).toBeTruthy();
  });

  it('offers no acceptance of a warning that nobody may accept', async () => {
    const steps = [
      aStep('KEY', 'BLOCKED', { checks: [NEVER_ACCEPTED_CHECK] }),
      aStep('APPROVAL', 'LOCKED'),
    ];
    const policy = aPolicy({ neverAccept: [NEVER_ACCEPTED_CHECK.id] });
    const run = { ...runWith(aTrack('AEP', { steps }), 'overrideCheck'), policy };
    openConsole(PATH, { answers: runAnswers(run) });
    const form = await decision();
    expect(form.getByText('Can’t be accepted by policy')).toBeTruthy();
    expect(form.queryByRole('button', { name: 'Accept warning' })).toBeNull();
  });
});

describe('the approval page, before it is requested', () => {
  it('requests approval with the name that is typed', async () => {
    const run = runWith(anApprovableTrack('AEP'), 'requestApproval');
    const answers = { ...runAnswers(run), RequestApproval: done('requestApproval', requested) };
    const { person, sent } = openConsole(PATH, { answers });
    const form = await decision();
    const name = form.getByRole('textbox', { name: /Configuration name/ });
    await person.clear(name);
    await person.type(name, 'contoso-cmk');
    const button = form.getByRole('button', { name: 'Request approval' });
    await expect.poll(() => button.hasAttribute('disabled')).toBe(false);
    await person.click(button);
    await expect.poll(() => sent('RequestApproval')).toHaveLength(1);
    expect(sent('RequestApproval')[0]?.input).toMatchObject({ configurationName: 'contoso-cmk' });
    expect(await form.findByRole('heading', { name: 'Waiting for a decision' })).toBeTruthy();
  });

  it('promises no exact bytes to somebody who doesn’t choose the name', async () => {
    openConsole(PATH, { role: 'AUDITOR', answers: runAnswers(runWith(anApprovableTrack('AEP'))) });
    const sent = within(await screen.findByRole('region', { name: 'What will be sent' }));
    expect(
      await sent.findByText(
        'One request to Adobe. The name is chosen when approval is requested; keyway-cmk is a placeholder.',
      ),
    ).toBeTruthy();
    expect(await sent.findByText(/^Not the exact bytes yet/)).toBeTruthy();
  });

  it('lists what must be done first, and accepts a warning with a reason', async () => {
    const steps = [
      aStep('VAULT', 'DONE'),
      aStep('KEY', 'BLOCKED', { checks: [WARNING_CHECK] }),
      aStep('APPROVAL', 'LOCKED'),
    ];
    const run = runWith(aTrack('AEP', { steps }), 'overrideCheck');
    const answers = { ...runAnswers(run), OverrideCheck: done('overrideCheck', run) };
    const { person, sent } = openConsole(PATH, { answers });
    const form = await decision();
    expect(form.getByText('Before you can request approval:')).toBeTruthy();
    await person.click(form.getByRole('button', { name: 'Accept warning' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Accept warning (AEP)' }));
    await person.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Rotated every year');
    await person.click(dialog.getByRole('button', { name: 'Accept' }));
    await expect.poll(() => sent('OverrideCheck')).toHaveLength(1);
    expect(sent('OverrideCheck')[0]?.input).toMatchObject({
      check: WARNING_CHECK.id,
      reason: 'Rotated every year',
    });
  });

  it('says that it couldn’t load what will be sent', async () => {
    const answers = { ...runAnswers(requested), RunOutgoing: serverError('Timed out.') };
    openConsole(PATH, { role: 'APPROVER', answers });
    const region = within(await screen.findByRole('region', { name: 'What will be sent' }));
    expect(
      await region.findByRole('heading', { name: 'Couldn’t load what will be sent' }),
    ).toBeTruthy();
    expect(region.getByText('Timed out.')).toBeTruthy();
  });
});

describe('the approval page, about what is approved', () => {
  const evidence = async () => within(await screen.findByRole('region', { name: 'Evidence' }));
  // In pieces, so that it can be broken into lines.
  const hash = () =>
    screen.getByRole('region', { name: 'Evidence' }).textContent.includes('9f2c4e');

  it('shows no evidence hash before the request fixes one', async () => {
    const run = runWith(anApprovableTrack('AEP'), 'requestApproval');
    openConsole(PATH, { answers: runAnswers(run) });
    const region = await evidence();
    expect(region.getByText(/^Fixed when approval is requested/)).toBeTruthy();
    expect(hash()).toBe(false);
  });

  it('shows none of an approval that was refused, whose request no longer stands', async () => {
    const approval = anApproval({ status: 'REFUSED', decidedBy: 'Ana', decidedAt: NOW });
    const run = runWith(anApprovableTrack('AEP', { approval }), 'requestApproval');
    openConsole(PATH, { answers: runAnswers(run) });
    await evidence();
    expect(hash()).toBe(false);
    const form = await decision();
    expect(form.getByText(/approval can be requested again\.$/)).toBeTruthy();
  });

  it('says at its top who refused, when and why, and what to do now', async () => {
    const reason = 'Use the production key.';
    const refusal = { status: 'REFUSED', decidedBy: 'Ana', decidedAt: NOW, reason } as const;
    const run = runWith(
      anApprovableTrack('AEP', { approval: anApproval(refusal) }),
      'requestApproval',
    );
    const { person } = openConsole(PATH, { answers: runAnswers(run) });
    const heading = await screen.findByRole('heading', { name: 'Refused by Ana' });
    const first = screen.getByRole('region', { name: 'What will be sent' });
    expect(heading.compareDocumentPosition(first)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getAllByText(/Use the production key/)[0]!.compareDocumentPosition(first)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    await decision();
    await person.click(screen.getByRole('button', { name: 'Go to the new request' }));
    await expect
      .poll(() => document.activeElement)
      .toBe(screen.getByRole('region', { name: 'Decision' }));
  });

  it('says to others at its top what comes after a refusal, in Spanish too', async () => {
    const refusal = { status: 'REFUSED', decidedBy: 'Ana', decidedAt: NOW } as const;
    const run = runWith(anApprovableTrack('AEP', { approval: anApproval(refusal) }));
    openConsole(PATH, { role: 'APPROVER', locale: 'es', answers: runAnswers(run) });
    expect(await screen.findByRole('heading', { name: 'Rechazada por Ana' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ir a la nueva solicitud' })).toBeNull();
  });

  it('says what the hash of a request covers', async () => {
    openConsole(PATH, { role: 'APPROVER', answers: runAnswers(requested) });
    const region = await evidence();
    expect(hash()).toBe(true);
    expect(
      region.getByText(/^SHA-256 of what is approved: .* Times aren’t part of it\.$/),
    ).toBeTruthy();
  });

  it.each([
    ['2026-11-25T11:00:00Z', false],
    ['2026-11-23T11:00:00Z', true],
  ])('requested at %s: checked again since is %s', async (requestedAt, isSaid) => {
    const steps = [aStep('VAULT', 'DONE', { checks: [aCheck()] }), aStep('APPROVAL', 'WAITING')];
    const approval = anApproval({ requestedAt: isSaid ? requestedAt : '2026-11-26T11:00:00Z' });
    const run = runWith(aTrack('AEP', { steps, approval }));
    openConsole(PATH, { role: 'AUDITOR', answers: runAnswers(run) });
    const region = await evidence();
    const said = region.queryByText(/with the same results: others would have voided/);
    expect(said !== null).toBe(isSaid);
  });

  it('says to the approver that any name may follow a request without one', async () => {
    const approval = anApproval({ configurationName: null });
    const run = runWith(anApprovableTrack('AEP', { approval }), 'approve');
    openConsole(PATH, { role: 'APPROVER', answers: runAnswers(run) });
    const form = await decision();
    expect(form.getByText(/^Any: the request names none, so whoever submits it/)).toBeTruthy();
  });

  it('says what follows an approval, and from when', async () => {
    const given = { status: 'APPROVED', decidedBy: 'Ana', decidedAt: NOW } as const;
    const times = { usableAt: '2026-11-25T18:00:00Z', expiresAt: '2026-12-02T12:00:00Z' };
    const approval = anApproval({ ...given, ...times, usable: false });
    const run = runWith(anApprovableTrack('AEP', { approval }));
    openConsole(PATH, { role: 'APPROVER', answers: runAnswers(run) });
    const form = await decision();
    expect(
      form.getByText(
        /^From November 25, 2026 .* an owner or operator can submit the configuration/,
      ),
    ).toBeTruthy();
  });
});

describe('the approval page of Customer Journey Analytics', () => {
  const CJA = '/runs/run-1/approval/CJA';
  const withCja = (part: Partial<TrackView>) =>
    aRun({ tracks: [aTrack('AEP'), anApprovableTrack('CJA', part)], nextActions: [] });
  const outgoing = (ticketReady: boolean) => {
    const found = anOutgoing('keyway-cmk');
    return { run: { ...found, tracks: found.tracks.map((one) => ({ ...one, ticketReady })) } };
  };

  it.each([
    [false, /^There is no API.* Once the approval can be used, an owner or operator opens a case/],
    [true, /^There is no API.* An owner or operator can now open a case/],
  ])('says who passes the text on, and when: ready is %s', async (ready, expected) => {
    const run = withCja({ approval: anApproval({ configurationName: null }) });
    const answers = { ...runAnswers(run), RunOutgoing: outgoing(ready) };
    openConsole(CJA, { role: 'APPROVER', answers });
    const sent = within(await screen.findByRole('region', { name: 'What will be sent' }));
    expect(await sent.findByText(expected)).toBeTruthy();
    expect((await decision()).queryByText(/^Any: the request names none/)).toBeNull();
    expect(
      screen.getByText(/^SHA-256 of what is approved: key, .* region, and every/),
    ).toBeTruthy();
  });
});
