/** Facts that together have every field of evidence. Imported by tests only. */
import type { StepFacts } from '../src/facts.ts';
import {
  aDenial,
  aKey,
  anAssignment,
  anHsm,
  aPrincipal,
  aRegistration,
  aVault,
  seen,
  unreadable,
} from './exampleFacts.ts';

const failure = {
  kind: 'notFound',
  message: 'Vault not found',
  status: 404,
  code: 'ResourceNotFound',
  permission: null,
  retryAfterSeconds: 7,
  host: 'management.azure.com',
} as const;
const absent = { outcome: 'absent', detail: 'gone', failure } as const;
const vaultStep = { step: 'VAULT', deletedVault: null, otherOrganizations: 0 } as const;
const current = { version: 'f'.repeat(32), enabled: null };
const networkAcls = {
  bypass: 'None',
  defaultAction: 'Deny',
  ipRules: ['20.88.123.53/32'],
  virtualNetworkRules: ['/subscriptions/s/subnets/one'],
};
const createdAt = '2026-01-05T08:00:00.000Z';

export const evidenceExamples: readonly (readonly [string, StepFacts])[] = [
  ['a good vault', { ...vaultStep, vault: seen(aVault()) }],
  ['a vault without settings', { ...vaultStep, vault: seen(aVault({ networkAcls: null })) }],
  ['a Managed HSM', { ...vaultStep, vault: seen(anHsm()), otherOrganizations: 2 }],
  [
    'a deleted vault',
    {
      ...vaultStep,
      vault: absent,
      deletedVault: { name: 'contoso-cmk', scheduledPurgeDate: null },
    },
  ],
  ['a vault that was not read', { ...vaultStep, vault: unreadable('denied', 'vaults/read') }],
  ['a closed network', { step: 'NETWORK', vault: seen(aVault({ networkAcls })) }],
  ['a key read by ARM', { step: 'KEY', key: seen(aKey()) }],
  [
    'a key read by the data plane',
    { step: 'KEY', key: seen(aKey({ source: 'dataPlane', current, expires: 1_900_000_000 })) },
  ],
  ['a registration', { step: 'APP_REGISTRATION', registration: seen(aRegistration()) }],
  ['a service principal', { step: 'CONSENT', servicePrincipal: seen(aPrincipal()) }],
  ['no service principal', { step: 'CONSENT', servicePrincipal: absent }],
  [
    'assignments',
    {
      step: 'ROLE',
      assignments: seen([
        anAssignment({ createdAt }),
        anAssignment({ id: 'two', dataActions: ['read'], condition: 'x', createdAt }),
      ]),
    },
  ],
  [
    'deny assignments that were not read',
    { step: 'ROLE', assignments: seen([anAssignment({ createdAt })]), denials: unreadable() },
  ],
  [
    'a deny assignment',
    {
      step: 'ROLE',
      assignments: seen([anAssignment({ createdAt })]),
      denials: seen([aDenial({ excludedPrincipals: [{ id: 'p', type: null }] })]),
    },
  ],
];
