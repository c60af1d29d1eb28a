/**
 * What it means that a field of the approved evidence is different now. A field that is missing
 * here does not compile.
 */
import type {
  DenyAssignmentFacts,
  KeyFacts,
  RoleAssignmentFacts,
  ServicePrincipalFacts,
  VaultFacts,
} from '../azureFacts.ts';
import type { KmsKeyFacts, KmsRotationFacts } from '../kmsFacts.ts';
import type { WatchedCheckId } from './harmOfOutcome.ts';

/**
 * - `harmful`: it weakens the key's protection, or Adobe's use of the key
 * - `changed`: somebody has to check it
 * - `improved`: better than what was approved; nobody has to act
 */
export type FieldEffect = 'harmful' | 'changed' | 'improved';

/** Null: it is no difference. */
export type FieldRule<T = unknown> = (approved: T, now: T) => FieldEffect | null;

type FieldRules<T> = { readonly [K in keyof T]-?: FieldRule<Exclude<T[K], undefined>> };

const always =
  (effect: FieldEffect): FieldRule =>
  () =>
    effect;
/** The services change it themselves, or another field says the same. */
const never: FieldRule = () => null;

const ifTrue: FieldRule<boolean | null> = (_, now) => (now ? 'improved' : 'harmful');
/** A number that is not stated is none that would be higher. */
const ifHigher: FieldRule<number | null> = (approved, now) =>
  now !== null && (approved === null || now > approved) ? 'improved' : 'harmful';
/** Epoch seconds; null is no date, which is best for both. */
const ifLater: FieldRule<number | null> = (approved, now) =>
  now === null || (approved !== null && now > approved) ? 'improved' : 'harmful';
const ifEarlier: FieldRule<number | null> = (approved, now) =>
  now === null || (approved !== null && now < approved) ? 'improved' : 'harmful';
const unlessLost: FieldRule<readonly string[] | null> = (approved, now) =>
  (approved ?? []).every((item) => now?.includes(item)) ? 'changed' : 'harmful';

const ifNoneLost: FieldRule<readonly string[] | null> = (approved, now) =>
  unlessLost(approved, now) === 'harmful' ? 'harmful' : 'improved';

/** What one of the answers does not state is no difference: its check says that it is unknown. */
const whereStated =
  <T>(rule: FieldRule<T>): FieldRule<T> =>
  (approved, now) =>
    approved === null || now === null ? null : rule(approved, now);

/** The vault without its network, which is a step of its own. */
export const VAULT_FIELDS: FieldRules<Omit<VaultFacts, 'publicNetworkAccess' | 'networkAcls'>> = {
  kind: always('harmful'),
  resourceId: always('harmful'),
  name: always('harmful'),
  location: whereStated(always('harmful')),
  tenantId: whereStated(always('harmful')),
  vaultUri: whereStated(always('harmful')),
  skuFamily: whereStated(always('changed')),
  skuName: whereStated(always('changed')),
  enableSoftDelete: whereStated(ifTrue),
  softDeleteRetentionInDays: ifHigher,
  enablePurgeProtection: ifTrue,
  enableRbacAuthorization: ifTrue,
  provisioningState: never,
};

/** Who was kept out may be let in now, or the other way round: the check says which. */
export const NETWORK_FIELDS: FieldRules<Pick<VaultFacts, 'publicNetworkAccess'>> = {
  publicNetworkAccess: always('changed'),
};
export const NETWORK_RULE_FIELDS: FieldRules<NonNullable<VaultFacts['networkAcls']>> = {
  bypass: always('changed'),
  defaultAction: always('changed'),
  ipRules: unlessLost,
  virtualNetworkRules: always('changed'),
};

export const KEY_FIELDS: FieldRules<KeyFacts> = {
  source: never,
  // Without its version: a new version of the same key is a rotation (ROT-01).
  keyIdentifier: always('harmful'),
  kty: always('harmful'),
  bits: whereStated(ifHigher),
  keyOps: unlessLost,
  enabled: whereStated(ifTrue),
  notBefore: ifEarlier,
  expires: ifLater,
  recoveryLevel: whereStated(always('harmful')),
  // One more is a safeguard more (ROT-06).
  rotationActions: whereStated(ifNoneLost),
  // The versions are watched apart (ROT-02, ROT-03).
  current: never,
};

/** ISO 8601 UTC; no date is best. */
const ifLaterDate: FieldRule<string | null> = (approved, now) =>
  now === null || (approved !== null && Date.parse(now) > Date.parse(approved))
    ? 'improved'
    : 'harmful';

export const KMS_KEY_FIELDS: FieldRules<KmsKeyFacts> = {
  arn: always('harmful'),
  account: whereStated(always('harmful')),
  keySpec: whereStated(always('harmful')),
  keyUsage: whereStated(always('harmful')),
  keyState: whereStated((_, now) => (now === 'Enabled' ? 'improved' : 'harmful')),
  // The state says the same.
  enabled: never,
  multiRegion: whereStated(always('harmful')),
  origin: whereStated(always('changed')),
  keyManager: whereStated(always('harmful')),
  deletionDate: (_, now) => (now === null ? 'improved' : 'harmful'),
  validTo: ifLaterDate,
};
export const KMS_ROTATION_FIELDS: FieldRules<KmsRotationFacts> = {
  enabled: whereStated(ifTrue),
  periodInDays: whereStated(always('changed')),
  // It moves with every rotation.
  nextRotation: never,
};

/** What a new version has of its own, and may have differently. */
export const FIELDS_OF_VERSION = ['enabled', 'notBefore', 'expires'] as const;

export const PRINCIPAL_FIELDS: FieldRules<ServicePrincipalFacts> = {
  objectId: always('harmful'),
  appId: always('harmful'),
  displayName: never,
  accountEnabled: whereStated(ifTrue),
  tenantId: whereStated(always('harmful')),
};

/** Lists, each as lines: one that is gone may be Adobe's own. */
export const ROLE_FIELDS: {
  readonly assignments: FieldRule<readonly string[]>;
  readonly denials: FieldRule<readonly string[]>;
} = {
  assignments: unlessLost,
  denials: (approved, now) =>
    now.every((line) => approved.includes(line)) ? 'improved' : 'changed',
};

/** One line of a list of assignments. */
export const assignmentLine = (assignment: RoleAssignmentFacts): string =>
  [
    assignment.roleDefinitionGuid.toLowerCase(),
    assignment.principalId.toLowerCase(),
    assignment.scope.toLowerCase(),
    ...(assignment.condition === null ? [] : [assignment.condition]),
  ].join(' ');

/** One line of a list of deny assignments. */
export const denialLine = ({ name, id, scope, dataActions }: DenyAssignmentFacts): string =>
  [name ?? id, scope.toLowerCase(), dataActions.join(',')].join(' ');

/** Each statement of a key policy that is different is a field of its own, named after its Sid. */
export const STATEMENT_FIELD = 'POLICY.statements';

/**
 * The check that is about a field: what it finds is accepted together with the difference, and the
 * difference can't be where the check says that Adobe can't use the key.
 */
const CHECKS_OF_FIELDS: Readonly<Record<string, WatchedCheckId>> = {
  'VAULT.skuName': 'vaultSkuIsSupported',
  'VAULT.enableSoftDelete': 'vaultHasSoftDelete',
  'VAULT.softDeleteRetentionInDays': 'vaultRetentionIsLong',
  'VAULT.enablePurgeProtection': 'vaultHasPurgeProtection',
  'VAULT.name': 'vaultExists',
  'VAULT.tenantId': 'vaultIsInTenant',
  'VAULT.enableRbacAuthorization': 'vaultUsesRbac',
  'NETWORK.publicNetworkAccess': 'networkAdmitsAdobe',
  'NETWORK.networkAcls.bypass': 'networkAdmitsAdobe',
  'NETWORK.networkAcls.defaultAction': 'networkAdmitsAdobe',
  'NETWORK.networkAcls.ipRules': 'networkAdmitsAdobe',
  'KEY.keyIdentifier': 'keyExists',
  'KEY.enabled': 'keyIsEnabled',
  'KEY.notBefore': 'keyIsActive',
  'KEY.keyOps': 'keyAllowsWrapping',
  'KEY.kty': 'keyTypeIsRsa',
  'KEY.bits': 'keyIsLongEnough',
  'KEY.expires': 'keyIsNotExpiring',
  'KEY.rotationActions': 'keyIsNotExpiring',
  'KEY.recoveryLevel': 'keyIsRecoverable',
  'CONSENT.objectId': 'servicePrincipalExists',
  'CONSENT.appId': 'servicePrincipalExists',
  'CONSENT.accountEnabled': 'servicePrincipalExists',
  'CONSENT.tenantId': 'servicePrincipalExists',
  'ROLE.assignments': 'roleIsAssigned',
  'ROLE.denials': 'roleIsAssigned',
  'KEY.arn': 'kmsKeyExists',
  'KEY.keySpec': 'kmsKeyIsSymmetric',
  'KEY.keyUsage': 'kmsKeyIsSymmetric',
  'KEY.keyState': 'kmsKeyIsEnabled',
  'KEY.deletionDate': 'kmsKeyIsEnabled',
  'KEY.multiRegion': 'kmsKeyIsSingleRegion',
  'KEY.keyManager': 'kmsKeyIsCustomerManaged',
  'KEY.origin': 'kmsKeyMaterialIsOwn',
  'KEY.validTo': 'kmsKeyMaterialIsOwn',
  'KEY.rotation.enabled': 'kmsKeyRotates',
};
/** Of a policy as a whole: each of them reads all statements. */
const CHECKS_OF_STATEMENTS: readonly WatchedCheckId[] = [
  'keyPolicyHoldsTemplate',
  'keyPolicyKeepsAdmin',
  'keyPolicyNamesNoOthers',
  'keyPolicySidsAreUnique',
];

export function checksOfField(field: string): readonly WatchedCheckId[] {
  if (field.startsWith(`${STATEMENT_FIELD}.`)) return CHECKS_OF_STATEMENTS;
  const check = Object.hasOwn(CHECKS_OF_FIELDS, field) ? CHECKS_OF_FIELDS[field] : undefined;
  return check ? [check] : [];
}

type FieldOf<Step extends string, Table> = `${Step}.${keyof Table & string}`;
/** Those of rule `never` have no text. */
type UncomparedField =
  | 'VAULT.provisioningState'
  | 'KEY.source'
  | 'KEY.current'
  | 'CONSENT.displayName'
  | 'KEY.rotation.nextRotation';
/** Step and path of what can be different from what was approved. */
export type WatchField = Exclude<
  | FieldOf<'VAULT', typeof VAULT_FIELDS>
  | FieldOf<'NETWORK', typeof NETWORK_FIELDS>
  | FieldOf<'NETWORK.networkAcls', typeof NETWORK_RULE_FIELDS>
  | FieldOf<'KEY', typeof KEY_FIELDS>
  | FieldOf<'CONSENT', typeof PRINCIPAL_FIELDS>
  | FieldOf<'ROLE', typeof ROLE_FIELDS>
  | FieldOf<'KEY', typeof KMS_KEY_FIELDS>
  | FieldOf<'KEY.rotation', typeof KMS_ROTATION_FIELDS>
  | typeof STATEMENT_FIELD,
  UncomparedField
>;
