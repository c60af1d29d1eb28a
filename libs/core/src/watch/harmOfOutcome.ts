/**
 * What each outcome of a check means once Adobe uses the key (AL-04, AL-05, AWS-12). Causes that
 * both lists name count as revoked (AL-06, GAP-22).
 */
import type { CATALOG } from '../catalog/catalog.ts';
import { type CheckId } from '../catalog/catalog.ts';
import type { Harm } from './health.ts';

type OutcomesOf<C extends CheckId> = keyof (typeof CATALOG)[C]['outcomes'] & string;
/** Null: another check of the same observation says it. */
type HarmTable = { readonly [C in CheckId]?: { readonly [O in OutcomesOf<C>]?: Harm | null } };

const HARMS = {
  vaultExists: { absent: 'REVOKED', deleted: 'REVOKED', otherVault: 'AT_RISK' },
  vaultIsInTenant: { otherThanConnection: 'REVOKED', otherThanOrganization: 'REVOKED' },
  // Under access policies a role gives nothing: the application's permission is altered (AL-04).
  vaultUsesRbac: { accessPolicies: 'REVOKED' },
  vaultHasPurgeProtection: { off: 'AT_RISK' },
  vaultHasSoftDelete: { off: 'AT_RISK' },
  vaultRetentionIsLong: {
    belowRecommended: 'AT_RISK',
    short: 'AT_RISK',
    notStated: 'AT_RISK',
    outOfRange: 'AT_RISK',
  },
  vaultSkuIsSupported: { unsupported: 'AT_RISK' },
  vaultIsDedicated: { shared: 'AT_RISK' },
  vaultIsNotShared: { shared: 'AT_RISK' },
  networkAdmitsAdobe: {
    restricted: 'AT_RISK',
    restrictedWiderRange: 'AT_RISK',
    // Adobe cannot monitor the key then, so that no alert is no proof (AL-09, NET-05).
    disabledWithBypass: 'AT_RISK',
    noAddress: 'CUT_OFF',
    noBypass: 'CUT_OFF',
    noAddressNoBypass: 'CUT_OFF',
    disabledNoBypass: 'CUT_OFF',
    perimeter: 'CUT_OFF',
    vaultAbsent: null,
  },
  // Another name or vault is another configuration (ROT-08, IRR-04).
  keyExists: { absent: 'REVOKED', otherKey: 'AT_RISK' },
  keyIsEnabled: { disabled: 'REVOKED' },
  keyIsActive: { notYet: 'REVOKED' },
  keyIsNotExpiring: {
    soon: 'AT_RISK',
    noRotation: 'AT_RISK',
    rotationNotRead: 'AT_RISK',
    expired: 'REVOKED',
  },
  keyAllowsWrapping: { lacking: 'REVOKED' },
  keyTypeIsRsa: { otherType: 'AT_RISK', hsmKeyInStandardVault: 'AT_RISK' },
  keyIsLongEnough: { short: 'AT_RISK' },
  keyIsRecoverable: { purgeable: 'AT_RISK' },
  servicePrincipalExists: {
    absent: 'REVOKED',
    disabled: 'REVOKED',
    otherApplication: 'REVOKED',
    otherTenant: 'REVOKED',
  },
  roleIsAssigned: {
    broader: 'AT_RISK',
    conditional: 'AT_RISK',
    perhapsDenied: 'AT_RISK',
    denied: 'REVOKED',
    absent: 'REVOKED',
    otherPrincipal: 'REVOKED',
    otherRole: 'REVOKED',
    otherScope: 'REVOKED',
    azureRoleOnHsm: 'REVOKED',
  },
  kmsKeyExists: { absent: 'REVOKED', otherKey: 'AT_RISK' },
  // KMS refuses every use of a key in these states (AWS-12).
  kmsKeyIsEnabled: {
    disabled: 'REVOKED',
    pendingDeletion: 'REVOKED',
    pendingImport: 'REVOKED',
    unavailable: 'REVOKED',
  },
  // A key never changes these: another one answers.
  kmsKeyIsSymmetric: { asymmetric: 'AT_RISK', otherUsage: 'AT_RISK' },
  kmsKeyIsSingleRegion: { multiRegion: 'AT_RISK' },
  kmsKeyIsInRegion: { otherRegion: 'AT_RISK' },
  kmsKeyIsCustomerManaged: { awsManaged: 'AT_RISK' },
  kmsKeyMaterialIsOwn: { imported: 'AT_RISK', expiring: 'AT_RISK', customStore: 'AT_RISK' },
  // Where the rotation alone can't be read, the track is unreachable (`unreachableSteps`).
  kmsKeyRotates: { off: 'AT_RISK', notRead: null },
  kmsKeyIsNotShared: { shared: 'AT_RISK' },
  // Without it nobody can correct the policy any more (AWS-05).
  keyPolicyKeepsAdmin: { lost: 'AT_RISK' },
  keyPolicyHoldsTemplate: {
    // Nothing says then whether Adobe's own statements are still there.
    notAdobes: 'AT_RISK',
    notComparable: 'AT_RISK',
    missing: 'REVOKED',
    differing: 'REVOKED',
    wider: 'AT_RISK',
    denied: 'REVOKED',
    perhapsDenied: 'AT_RISK',
  },
  keyPolicyNamesNoOthers: { others: 'AT_RISK', everybody: 'AT_RISK' },
  keyPolicySidsAreUnique: { repeated: 'AT_RISK' },
} as const satisfies HarmTable;

/**
 * Checks that an observation evaluates again. The others are about what people enter, or what is
 * sent.
 */
export type WatchedCheckId = keyof typeof HARMS;

/** The outcomes that do something to a track's health, each with a text of its own. */
export type HarmfulOutcome<C extends WatchedCheckId> = {
  [O in keyof (typeof HARMS)[C]]: (typeof HARMS)[C][O] extends null ? never : O;
}[keyof (typeof HARMS)[C]];

/** Whether observations evaluate the check again. */
export const isWatchedCheck = (check: CheckId): check is WatchedCheckId => check in HARMS;

/**
 * What an outcome that does not pass does to a track's health; null where another check says it.
 */
export const harmOfOutcome = (check: WatchedCheckId, outcome: string): Harm | null =>
  // Cast: the table's own names are what its type lists.
  (HARMS[check] as Readonly<Record<string, Harm | null>>)[outcome] ?? null;
