/**
 * The demo's partner has a customer for every state a run can be in: finished, moving, waiting on
 * each actor, blocked by a clear cause.
 */
import type { Stage } from '../product/driveRun.ts';

/** A change of the sandbox (`POST /change`), at once or after a while. */
export interface DemoChange {
  change: string;
  track?: 'AEP' | 'CJA';
  afterSeconds?: number;
}

export interface DemoCustomer {
  name: string;
  /** Scenario of the sandbox; null: no customer is laid out. Those on AWS begin with `aws`. */
  scenario: string | null;
  stage: Stage;
  cloud?: 'AZURE' | 'AWS';
  region?: string;
  shield?: string;
  ownsCja?: boolean;
  /** Of Keyway in Azure; `READ` by default. */
  access?: 'READ' | 'WRITE';
  /** Keyway signs in to Azure as an application that trusts it, without a secret. */
  federated?: boolean;
  /** Keyway plans vault and key, and the plan waits for somebody's confirmation. */
  plansSetup?: boolean;
  /** People of the sandbox's provider who see this organization alone. */
  approvers?: string[];
  /** What happens to its keys after the set-up. */
  changes?: readonly DemoChange[];
}

/** Key and key policy are read there, and a person submits. */
const onAws = (
  name: string,
  scenario: string,
  stage: 'prepared' | 'completed' = 'prepared',
): DemoCustomer => ({
  ...{ name, scenario, stage, cloud: 'AWS', region: 'VA6' },
  shield: 'PRIVACY_AND_SECURITY_SHIELD',
});

export const DEMO_CUSTOMERS: readonly DemoCustomer[] = [
  { name: 'Northwind Traders', scenario: 'happyPath', stage: 'completed', ownsCja: true },
  {
    name: 'Fabrikam',
    scenario: 'happyPath',
    stage: 'completed',
    region: 'NLD2',
    // While somebody watches: an alert of the purge class appears on the open page.
    changes: [{ change: 'roleRemoved', afterSeconds: 240 }],
  },
  onAws('Tailwind Traders', 'awsHappyPath', 'completed'),
  { name: 'Margie’s Travel', scenario: 'happyPath', stage: 'ticketOpen', region: 'AUS5' },
  { name: 'Contoso Retail', scenario: 'slowAdobe', stage: 'submitted' },
  { name: 'Trey Research', scenario: 'adobeUnknownStatus', stage: 'submitted' },
  { name: 'Alpine Ski House', scenario: 'adobeFails', stage: 'submitted' },
  { name: 'Lucerne Publishing', scenario: 'happyPath', stage: 'approved' },
  {
    name: 'Woodgrove Bank',
    scenario: 'happyPath',
    stage: 'approvalAsked',
    shield: 'PRIVACY_AND_SECURITY_SHIELD',
    approvers: ['carla'],
  },
  { name: 'Relecloud', scenario: 'happyPath', stage: 'prepared' },
  { name: 'Proseware', scenario: 'rolePropagating', stage: 'prepared' },
  { name: 'Litware', scenario: 'wrongTenantConsent', stage: 'prepared' },
  { name: 'Humongous Insurance', scenario: 'roleMissing', stage: 'prepared' },
  { name: 'Adventure Works', scenario: 'noPurgeProtection', stage: 'prepared' },
  { name: 'City Power & Light', scenario: 'accessPolicyVault', stage: 'prepared', region: 'NLD2' },
  { name: 'Wide World Importers', scenario: 'firewallWithoutAdobe', stage: 'prepared' },
  { name: 'Tailspin Toys', scenario: 'rsa2048', stage: 'prepared' },
  { name: 'Coho Winery', scenario: 'sharedVault', stage: 'prepared' },
  {
    name: 'Munson’s Pickles and Preserves Farm',
    scenario: 'throttledEverywhere',
    stage: 'prepared',
  },
  { name: 'Bellows College', scenario: 'happyPath', stage: 'started' },
  { name: 'Graphic Design Institute', scenario: null, stage: 'created' },
  {
    name: 'VanArsdel',
    scenario: null,
    stage: 'started',
    cloud: 'AWS',
    region: 'VA6',
    shield: 'PRIVACY_AND_SECURITY_SHIELD',
  },
  onAws('Lamna Healthcare', 'awsDefaultPolicy'),
  onAws('Nod Publishers', 'awsActionMissing'),
  onAws('Southridge Video', 'awsRoleNotAssumable'),
  {
    name: 'First Up Consultants',
    scenario: 'emptySubscription',
    stage: 'started',
    access: 'WRITE',
    plansSetup: true,
  },
  { name: 'Wingtip Toys', scenario: 'happyPath', stage: 'prepared', federated: true },
];

const unhealthy = (name: string, ...changes: DemoChange[]): DemoCustomer => ({
  name,
  scenario: 'happyPath',
  stage: 'completed',
  changes,
});

/** One for each health that is not `HEALTHY`: the set-up was completed, then Azure was changed. */
export const UNHEALTHY_CUSTOMERS: readonly DemoCustomer[] = [
  unhealthy('Blue Yonder Airlines', { change: 'keyDisabled' }),
  unhealthy('Consolidated Messenger', { change: 'firewallClosed' }),
  unhealthy(
    'Fourth Coffee',
    { change: 'firewallRestricted' },
    { change: 'keyExpiring', track: 'CJA' },
  ),
  unhealthy('School of Fine Art', { change: 'readerDenied' }),
];
