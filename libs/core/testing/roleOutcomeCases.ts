/** The part of `OUTCOME_CASES` about the ROLE step. Imported by tests only. */
import {
  aDenial,
  anAssignment,
  anHsm,
  roleStep,
  seen,
  unreadable,
  VAULT_ID,
} from './exampleFacts.ts';
import type { OutcomeCase } from './outcomeCases.ts';

const CUSTOM = '99999999-9999-4999-8999-999999999999';

export const ROLE_OUTCOME_CASES: readonly OutcomeCase[] = [
  { check: 'roleIsAssigned', outcome: 'ok', facts: roleStep(anAssignment()) },
  {
    check: 'roleIsAssigned',
    outcome: 'broader',
    facts: roleStep(anAssignment({ roleDefinitionGuid: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603' })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'conditional',
    facts: roleStep(anAssignment({ condition: '@Resource[x] == 1' })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'okDenialsNotRead',
    facts: { ...roleStep(anAssignment()), denials: unreadable() },
  },
  {
    check: 'roleIsAssigned',
    outcome: 'denied',
    facts: { ...roleStep(anAssignment()), denials: seen([aDenial()]) },
  },
  {
    check: 'roleIsAssigned',
    outcome: 'perhapsDenied',
    facts: {
      ...roleStep(anAssignment()),
      denials: seen([aDenial({ excludedPrincipals: [{ id: CUSTOM, type: 'Group' }] })]),
    },
  },
  { check: 'roleIsAssigned', outcome: 'absent', facts: roleStep() },
  {
    check: 'roleIsAssigned',
    outcome: 'otherPrincipal',
    facts: roleStep(anAssignment({ principalId: CUSTOM })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'otherRole',
    facts: roleStep(anAssignment({ roleDefinitionGuid: '21090545-7ca7-4776-b22c-e363652d74d2' })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'otherScope',
    facts: roleStep(anAssignment({ scope: `${VAULT_ID}-2` })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'azureRoleOnHsm',
    facts: roleStep(anAssignment({ scope: anHsm().resourceId })),
    context: { vault: anHsm() },
  },
  {
    check: 'roleIsAssigned',
    outcome: 'propagating',
    facts: roleStep(anAssignment({ createdAt: '2026-11-23T23:50:01.000Z' })),
  },
  {
    check: 'roleIsAssigned',
    outcome: 'unclear',
    facts: roleStep(anAssignment()),
    context: { principalObjectId: null },
  },
];
