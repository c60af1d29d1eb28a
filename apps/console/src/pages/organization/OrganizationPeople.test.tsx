// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aMember, aPage } from '../../fixtures/aMember.ts';
import { anOrganization } from '../../fixtures/anOrganization.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import type { AGrant } from '../../fixtures/shellAnswers.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const CONTOSO = { id: 'organization-1', name: 'Contoso' };
const ADATUM = { id: 'adatum', name: 'Adatum' };
const OWNER: AGrant = { role: 'OWNER', organization: null };
const PEOPLE = aPage([
  aMember('Omar', { grants: [{ role: 'OPERATOR', organization: null, rule: null }] }),
  aMember('Carla', {
    grants: [
      { role: 'APPROVER', organization: CONTOSO, rule: null },
      { role: 'OPERATOR', organization: ADATUM, rule: null },
    ],
  }),
]);

function open(grants: AGrant[], answers: Answers = {}) {
  const organization = anOrganization([]);
  return openConsole('/organizations/organization-1', {
    grants,
    answers: {
      Organization: { organization },
      Connections: { organization },
      OrganizationPeople: { members: PEOPLE },
      ...answers,
    },
  });
}

describe('the people of an organization', () => {
  it('are listed for owners, with the access that they have to it', async () => {
    const { sent } = open([OWNER]);
    const people = within(await screen.findByRole('table', { name: 'People' }));
    const access = people.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(access).toEqual(['Operator · all organizations', 'Approver · Contoso']);
    expect(sent('OrganizationPeople')[0]).toMatchObject({ organizationId: 'organization-1' });
    expect(screen.getByRole('link', { name: 'Manage members' }).getAttribute('href')).toBe(
      '/settings/members',
    );
  });

  it.each<[string, AGrant[]]>([
    ['an operator', [{ role: 'OPERATOR', organization: null }]],
    ['an owner of this organization alone', [{ role: 'OWNER', organization: CONTOSO }]],
  ])('are not asked for by %s', async (_, grants) => {
    const { sent } = open(grants);
    expect(await screen.findByRole('heading', { name: 'Details' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'People' })).toBeNull();
    expect(sent('OrganizationPeople')).toEqual([]);
  });

  it('say that they could not be loaded, and are loaded again', async () => {
    const { person } = open([OWNER], {
      OrganizationPeople: failsOnce('Too busy.', () => ({ members: PEOPLE })),
    });
    const panel = within(await screen.findByRole('region', { name: 'People' }));
    await person.click(await panel.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table', { name: 'People' })).toBeTruthy();
  });
});
