// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { anOrganization } from '../../fixtures/anOrganization.ts';
import { aPolicy, CHECK_CHOICES } from '../../fixtures/aPolicy.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { AGrant } from '../../fixtures/shellAnswers.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const CONTOSO = { id: 'organization-1', name: 'Contoso' };
const OWNER: AGrant = { role: 'OWNER', organization: CONTOSO };
const PARTNERS = aPolicy();
const OWN = aPolicy({ own: true, coolingOffSeconds: 3_600 });
const read = (policy: object, partner: object = PARTNERS) => ({
  policy: partner,
  organization: { id: CONTOSO.id, noApprover: null, policy },
});
const compared = (policy: object, loosenedBy: boolean, partner?: object) => ({
  CompareOrganizationPolicy: read({ ...policy, loosenedBy }, partner),
});
const SAVED = { SetPolicy: { setPolicy: { policy: PARTNERS, userErrors: [] } } };

function open(policy: object, answers: Answers = {}, grants = [OWNER]) {
  const organization = anOrganization([]);
  return openConsole('/organizations/organization-1', {
    grants,
    answers: {
      Organization: { organization },
      Connections: { organization },
      OrganizationPolicy: read(policy),
      ...CHECK_CHOICES,
      ...answers,
    },
  });
}
const panel = async () => within(await screen.findByRole('region', { name: 'Approval policy' }));

describe('the policy of an organization', () => {
  it('is the partner’s until it sets its own', async () => {
    const { person, sent } = open(PARTNERS, { ...compared(PARTNERS, false), ...SAVED });
    expect(await screen.findByText(/follows the partner’s policy/)).toBeTruthy();
    await person.click((await panel()).getByRole('button', { name: 'Set its own' }));
    const form = within(await screen.findByRole('dialog', { name: 'Set its own' }));
    await person.click(
      form.getByRole('radio', { name: /^An approver who was given access to the organization/ }),
    );
    await person.click(form.getByRole('button', { name: 'Save policy' }));
    await expect
      .poll(() => sent('SetPolicy')[0]?.input)
      .toMatchObject({ organizationId: CONTOSO.id, fourEyes: 'OWN_APPROVER' });
  });

  it('says that it can’t work as it is stored', async () => {
    open({ ...OWN, warning: { code: 'NEVER_USABLE' } });
    const found = await panel();
    expect(await found.findByRole('heading', { name: 'No approval can be used' })).toBeTruthy();
  });

  it('is given up for the partner’s only after the warning, where that loosens', async () => {
    const { person, sent } = open(OWN, { ...compared(OWN, true), ...SAVED });
    expect(await screen.findByText(/has its own policy/)).toBeTruthy();
    const name = 'Follow the partner’s again';
    await person.click((await panel()).getByRole('button', { name }));
    const dialog = within(await screen.findByRole('dialog', { name }));
    expect(dialog.getByText('None: an approval can be used at once')).toBeTruthy();
    expect((await dialog.findByRole('alert')).textContent).toMatch(/become void/);
    expect(sent('CompareOrganizationPolicy')[0]).toMatchObject({ coolingOffSeconds: 0 });
    expect(sent('SetPolicy')).toEqual([]);
    await person.click(dialog.getByRole('button', { name: 'Loosen and void approvals' }));
    await expect.poll(() => sent('SetPolicy')).toHaveLength(1);
    const { idempotencyKey: _, ...input } = sent('SetPolicy')[0]?.input as Record<string, unknown>;
    expect(input).toEqual({ organizationId: CONTOSO.id, ifVersion: 'v1', inherit: true });
  });

  it('is not given up for a policy of the partner that this person did not see', async () => {
    const changed = aPolicy({ approvalValidSeconds: 60 });
    const { person, sent } = open(OWN, { ...compared(OWN, false, changed), ...SAVED });
    const name = 'Follow the partner’s again';
    await person.click(await screen.findByRole('button', { name }));
    const dialog = within(await screen.findByRole('dialog', { name }));
    await person.click(dialog.getByRole('button', { name }));
    expect(await dialog.findByText('Someone else changed the policy')).toBeTruthy();
    expect(sent('SetPolicy')).toEqual([]);
  });

  it('says that it could not be loaded, and is loaded again', async () => {
    const { person } = open(OWN, { OrganizationPolicy: failsOnce('Too busy.', () => read(OWN)) });
    await person.click(await (await panel()).findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/has its own policy/)).toBeTruthy();
  });

  it.each<[string, AGrant]>([
    ['an operator', { role: 'OPERATOR', organization: null }],
    ['an owner of another organization', { role: 'OWNER', organization: { id: 'o', name: 'O' } }],
  ])('is not asked for by %s', async (_, grant) => {
    const { sent } = open(OWN, {}, [grant]);
    expect(await screen.findByRole('heading', { name: 'Details' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Approval policy' })).toBeNull();
    expect(sent('OrganizationPolicy')).toEqual([]);
  });
});
