/** The part of `OUTCOME_CASES` about the NETWORK step. Imported by tests only. */
import type { StepFacts } from '../src/facts.ts';
import { absent, networkStep } from './exampleFacts.ts';
import type { OutcomeCase } from './outcomeCases.ts';

const restricted = (ipRules: string[], bypass = 'AzureServices') =>
  networkStep({ networkAcls: { bypass, defaultAction: 'Deny', ipRules, virtualNetworkRules: [] } });

const READINGS: readonly OutcomeCase[] = (
  [
    ['open', networkStep()],
    ['open', networkStep({ networkAcls: null, publicNetworkAccess: null })],
    [
      'open',
      networkStep({
        publicNetworkAccess: 'ENABLED',
        networkAcls: { bypass: null, defaultAction: 'ALLOW', ipRules: [], virtualNetworkRules: [] },
      }),
    ],
    ['restricted', restricted(['20.88.123.53'])],
    ['restricted', restricted(['20.0.0.0/8', '20.88.123.53/32'], 'azureservices')],
    ['restrictedWiderRange', restricted(['20.88.123.0/24'])],
    ['restrictedWiderRange', restricted(['0.0.0.0/0'])],
    ['noAddress', restricted(['20.88.123.35/32'])],
    ['noAddress', restricted(['020.88.123.53', '20.88.123.53/33', '20.88.123.53.1', 'x'])],
    ['noBypass', restricted(['20.88.123.53'], 'None')],
    ['noAddressNoBypass', restricted([], 'None')],
    ['disabledWithBypass', networkStep({ publicNetworkAccess: 'disabled' })],
    ['disabledNoBypass', networkStep({ publicNetworkAccess: 'Disabled', networkAcls: null })],
    ['perimeter', networkStep({ publicNetworkAccess: 'SecuredByPerimeter' })],
    ['vaultAbsent', { step: 'NETWORK', vault: absent() }],
    ['unclear', networkStep({ publicNetworkAccess: 'Sometimes' })],
    [
      'unclear',
      networkStep({
        networkAcls: {
          bypass: 'AzureServices',
          defaultAction: null,
          ipRules: [],
          virtualNetworkRules: [],
        },
      }),
    ],
  ] as const
).map(([outcome, facts]) => ({ check: 'networkAdmitsAdobe', outcome, facts: facts as StepFacts }));

export const NETWORK_OUTCOME_CASES: readonly OutcomeCase[] = [
  ...READINGS,
  {
    check: 'networkAdmitsAdobe',
    outcome: 'settling',
    facts: networkStep(),
    context: { networkChangedAt: '2026-11-23T23:50:01.000Z' },
  },
  {
    check: 'networkAdmitsAdobe',
    outcome: 'open',
    facts: networkStep(),
    context: { networkChangedAt: '2026-11-23T23:50:00.000Z' },
  },
  {
    check: 'networkAdmitsAdobe',
    outcome: 'open',
    facts: networkStep(),
    context: { networkChangedAt: '2026-11-23T23:59:54.000Z', timeScale: 0.01 },
  },
  {
    check: 'networkAdmitsAdobe',
    outcome: 'noBypass',
    facts: restricted(['20.88.123.53'], 'None'),
    context: { networkChangedAt: '2026-11-23T23:59:59.000Z' },
  },
];
