/**
 * RB-06: what a deny assignment makes of a role that is there, by whom it names, where it reaches
 * and what it takes.
 */
import { describe, expect, it } from 'vitest';
import type { DenyAssignmentFacts } from '../azureFacts.ts';
import {
  absent,
  aContext,
  aDenial,
  anAssignment,
  anHsm,
  PRINCIPAL,
  roleStep,
  seen,
  unreadable,
  VAULT_ID,
} from '../../testing/exampleFacts.ts';
import { evaluateStep } from '../catalog/evaluateStep.ts';

const GROUP = { id: '77777777-7777-4777-8777-777777777777', type: 'Group' };
const EVERYBODY = { id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' };
const ADOBE = { id: PRINCIPAL.toUpperCase(), type: 'ServicePrincipal' };
const SOMEBODY = { id: '88888888-8888-4888-8888-888888888888', type: 'User' };

const evaluated = (
  denials: DenyAssignmentFacts[],
  assignment = anAssignment(),
  context = aContext(),
): string | undefined =>
  evaluateStep({ ...roleStep(assignment), denials: seen(denials) }, context).map(
    ({ verdict, outcome }) => `${verdict} ${outcome}`,
  )[0];

describe('a deny assignment (RB-06, VAL-25)', () => {
  it.each<[string, Partial<DenyAssignmentFacts>, string]>([
    ['of everybody', {}, 'BLOCK denied'],
    ['of Adobe’s principal', { principals: [ADOBE] }, 'BLOCK denied'],
    ['of everybody but Adobe’s principal', { excludedPrincipals: [ADOBE] }, 'PASS ok'],
    ['of everybody but somebody', { excludedPrincipals: [SOMEBODY] }, 'BLOCK denied'],
    ['of everybody but a group', { excludedPrincipals: [GROUP] }, 'WARN perhapsDenied'],
    [
      'of everybody but one of no type',
      { excludedPrincipals: [{ ...SOMEBODY, type: null }] },
      'WARN perhapsDenied',
    ],
    ['of a group', { principals: [GROUP] }, 'WARN perhapsDenied'],
    ['of somebody', { principals: [SOMEBODY] }, 'PASS ok'],
    ['of nobody', { principals: [] }, 'PASS ok'],
    ['of nothing', { dataActions: [] }, 'PASS ok'],
    ['under a condition', { condition: "@Resource[x] StringEquals 'y'" }, 'WARN perhapsDenied'],
    ['at the subscription', { scope: VAULT_ID.split('/resourceGroups')[0] }, 'BLOCK denied'],
    [
      'at a management group',
      { scope: '/providers/Microsoft.Management/managementGroups/root' },
      'BLOCK denied',
    ],
    ['at the key', { scope: `${VAULT_ID}/keys/AJO-cmk`, onlyAtScope: true }, 'BLOCK denied'],
    ['at another key', { scope: `${VAULT_ID}/keys/other` }, 'PASS ok'],
    ['at another vault', { scope: `${VAULT_ID}-2` }, 'PASS ok'],
    [
      'at the resource group and not below',
      { scope: VAULT_ID.split('/providers')[0], onlyAtScope: true },
      'PASS ok',
    ],
    ['at the vault and not below', { onlyAtScope: true }, 'WARN perhapsDenied'],
  ])('%s', (_name, change, expected) => expect(evaluated([aDenial(change)])).toBe(expected));

  it('one that surely denies goes before one that may', () => {
    expect(evaluated([aDenial({ principals: [GROUP] }), aDenial()])).toBe('BLOCK denied');
  });

  it('wins over a role that is on its way, and changes nothing where there is no role yet', () => {
    const fresh = anAssignment({ createdAt: '2026-11-23T23:55:00.000Z' });
    expect(evaluated([aDenial()], fresh)).toBe('BLOCK denied');
    expect(
      evaluated([aDenial({ principals: [EVERYBODY], excludedPrincipals: [GROUP] })], fresh),
    ).toBe('UNKNOWN propagating');
    expect(evaluated([aDenial()], anAssignment({ scope: `${VAULT_ID}-2` }))).toBe(
      'BLOCK otherScope',
    );
  });

  it('says nothing of a Managed HSM, which knows its own roles alone (HSM-03)', () => {
    const local = anAssignment({
      store: 'hsmLocal',
      roleDefinitionGuid: '33413926-3206-4cdd-b39a-83574fe37a17',
      scope: '/keys',
    });
    expect(
      evaluated([aDenial({ scope: anHsm().resourceId })], local, aContext({ vault: anHsm() })),
    ).toBe('PASS ok');
  });
});

describe('deny assignments that could not be read', () => {
  const evaluatedUnread = (
    denials: ReturnType<typeof absent<DenyAssignmentFacts[]>>,
    assignment = anAssignment(),
  ) => evaluateStep({ ...roleStep(assignment), denials }, aContext())[0];

  it('keep the verdict, and are reported', () => {
    expect(evaluatedUnread(unreadable())).toMatchObject({
      verdict: 'PASS',
      outcome: 'okDenialsNotRead',
      values: { reason: 'the upstream message' },
    });
    expect(evaluatedUnread(absent())).toMatchObject({
      verdict: 'PASS',
      outcome: 'okDenialsNotRead',
      values: { reason: 'not found' },
    });
    expect(evaluatedUnread(unreadable(), anAssignment({ condition: 'x' }))).toMatchObject({
      verdict: 'WARN',
      outcome: 'conditional',
    });
    expect(evaluatedUnread(unreadable(), anAssignment({ scope: `${VAULT_ID}-2` }))).toMatchObject({
      verdict: 'BLOCK',
      outcome: 'otherScope',
    });
  });
});
