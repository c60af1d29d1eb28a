/**
 * Which fields of a step's facts an approval is for. A field that is not listed here as evidence is
 * none, and one that is not listed at all does not compile.
 */
import {
  type DeniedPrincipal,
  type DenyAssignmentFacts,
  type KeyFacts,
  type RoleAssignmentFacts,
  type ServicePrincipalFacts,
  type VaultFacts,
} from './azureFacts.ts';
import {
  areKmsFacts,
  type AppRegistrationFacts,
  type KmsStepFacts,
  type StepFacts,
  type StepFactsOf,
} from './facts.ts';
import type { KeyPolicyFacts, KmsKeyFacts, KmsRotationFacts } from './kmsFacts.ts';
import type { Observed, ReadFailure } from './observedSchema.ts';
import { propertyNames } from './propertyNames.ts';
import type { ObservedStepId } from './vocabulary.ts';

/** The part of a value that is evidence; undefined where nothing of it is. */
type EvidenceOf<T> = (value: T) => unknown;
type KeyOf<T> = T extends T ? keyof T : never;
type ValueOf<T, K> = T extends T ? (K extends keyof T ? Exclude<T[K], undefined> : never) : never;
/** Every field of a value, of each kind where it has several. */
type Fields<T> = { readonly [K in KeyOf<T>]-?: EvidenceOf<ValueOf<T, K>> };
type Scalar = string | number | boolean | null;

const evidence = (value: Scalar | readonly Scalar[]): unknown => value;

/** @param _reason why an approval does not rest on the field */
const notEvidence =
  (_reason: string): EvidenceOf<unknown> =>
  () =>
    undefined;

/** Facts of a run that only shows them are not parsed: what has another form stays as it is. */
function fieldsOf<T>(fields: Fields<T>): EvidenceOf<T | null> {
  // In the order of canonical JSON, so that it need not be sorted again.
  const ordered = propertyNames(fields)
    .toSorted()
    // Cast: `Fields` pairs each field with its own function, which the loop can't express.
    .map((name) => ({ name, evidenceOf: fields[name] as EvidenceOf<unknown> }));
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    const picked: Record<string, unknown> = {};
    for (const { name, evidenceOf } of ordered)
      if (name in value) picked[name] = evidenceOf((value as Record<string, unknown>)[name]);
    return picked;
  };
}

const listOf =
  <T>(evidenceOf: EvidenceOf<T>): EvidenceOf<readonly T[]> =>
  (values) =>
    Array.isArray(values) ? values.map(evidenceOf) : values;

const readFailure = fieldsOf<ReadFailure>({
  kind: evidence,
  message: evidence,
  status: evidence,
  code: evidence,
  permission: evidence,
  retryAfterSeconds: evidence,
  host: evidence,
});

function observed<T>(value: EvidenceOf<T>): EvidenceOf<Observed<T>> {
  const fields: Fields<Observed<unknown>> = {
    outcome: evidence,
    value: value as EvidenceOf<unknown>,
    detail: evidence,
    failure: readFailure,
  };
  return fieldsOf(fields);
}

const vault = fieldsOf<VaultFacts>({
  kind: evidence,
  resourceId: evidence,
  name: evidence,
  location: evidence,
  tenantId: evidence,
  vaultUri: evidence,
  skuFamily: evidence,
  skuName: evidence,
  enableSoftDelete: evidence,
  softDeleteRetentionInDays: evidence,
  enablePurgeProtection: evidence,
  enableRbacAuthorization: evidence,
  publicNetworkAccess: evidence,
  networkAcls: fieldsOf<NonNullable<VaultFacts['networkAcls']>>({
    bypass: evidence,
    defaultAction: evidence,
    ipRules: evidence,
    virtualNetworkRules: evidence,
  }),
  provisioningState: evidence,
});

const key = fieldsOf<KeyFacts>({
  source: notEvidence('ARM or the data plane says nothing of the key, and ARM may be down'),
  keyIdentifier: evidence,
  kty: evidence,
  bits: evidence,
  keyOps: evidence,
  enabled: evidence,
  notBefore: evidence,
  expires: evidence,
  recoveryLevel: evidence,
  rotationActions: evidence,
  current: fieldsOf<NonNullable<KeyFacts['current']>>({ version: evidence, enabled: evidence }),
});

const kmsKey = fieldsOf<KmsKeyFacts>({
  arn: evidence,
  account: evidence,
  keySpec: evidence,
  keyUsage: evidence,
  keyState: evidence,
  enabled: evidence,
  multiRegion: evidence,
  origin: evidence,
  keyManager: evidence,
  deletionDate: evidence,
  validTo: evidence,
});

const rotation = fieldsOf<KmsRotationFacts>({
  enabled: evidence,
  periodInDays: evidence,
  nextRotation: notEvidence(
    'it moves with every rotation, which changes nothing that was approved',
  ),
});

/** That there is none is no evidence: facts of earlier versions, which were approved, lack it. */
const existingOthers: EvidenceOf<number> = (count) => (count > 0 ? count : undefined);

const kms = fieldsOf<KmsStepFacts>({
  step: evidence,
  kmsKey: observed(kmsKey),
  rotation: observed(rotation),
  otherOrganizations: existingOthers,
});

const registration = fieldsOf<AppRegistrationFacts>({
  id: evidence,
  name: evidence,
  applicationUri: evidence,
  applicationId: evidence,
  applicationRedirectUrl: evidence,
});

const servicePrincipal = fieldsOf<ServicePrincipalFacts>({
  objectId: evidence,
  appId: evidence,
  displayName: evidence,
  accountEnabled: evidence,
  tenantId: evidence,
});

const assignment = fieldsOf<RoleAssignmentFacts>({
  id: evidence,
  store: evidence,
  roleDefinitionGuid: evidence,
  scope: evidence,
  principalId: evidence,
  principalType: evidence,
  createdAt: evidence,
  condition: evidence,
  dataActions: evidence,
});

const deniedPrincipal = fieldsOf<DeniedPrincipal>({ id: evidence, type: evidence });
const denials = observed(
  listOf(
    fieldsOf<DenyAssignmentFacts>({
      id: evidence,
      name: evidence,
      scope: evidence,
      onlyAtScope: evidence,
      principals: listOf(deniedPrincipal),
      excludedPrincipals: listOf(deniedPrincipal),
      dataActions: evidence,
      condition: evidence,
    }),
  ),
);

/**
 * A deny assignment is evidence. That there is none, or that none could be read, is not: an outage
 * of ARM must not void an approval.
 */
const existingDenials: EvidenceOf<Observed<DenyAssignmentFacts[]>> = (found) =>
  found.outcome === 'seen' && found.value.length > 0 ? denials(found) : undefined;

const EVIDENCE: { readonly [S in ObservedStepId]: EvidenceOf<StepFactsOf<S>> } = {
  VAULT: fieldsOf<StepFactsOf<'VAULT'>>({
    step: evidence,
    vault: observed(vault),
    deletedVault: fieldsOf<NonNullable<StepFactsOf<'VAULT'>['deletedVault']>>({
      name: evidence,
      scheduledPurgeDate: evidence,
    }),
    otherOrganizations: evidence,
  }),
  NETWORK: fieldsOf<StepFactsOf<'NETWORK'>>({ step: evidence, vault: observed(vault) }),
  KEY: fieldsOf<StepFactsOf<'KEY'>>({ step: evidence, key: observed(key) }),
  POLICY: fieldsOf<StepFactsOf<'POLICY'>>({
    step: evidence,
    keyPolicy: observed(fieldsOf<KeyPolicyFacts>({ policy: evidence })),
  }),
  APP_REGISTRATION: fieldsOf<StepFactsOf<'APP_REGISTRATION'>>({
    step: evidence,
    registration: observed(registration),
  }),
  CONSENT: fieldsOf<StepFactsOf<'CONSENT'>>({
    step: evidence,
    servicePrincipal: observed(servicePrincipal),
  }),
  ROLE: fieldsOf<StepFactsOf<'ROLE'>>({
    step: evidence,
    assignments: observed(listOf(assignment)),
    denials: existingDenials,
  }),
};

/** The evidence in a step's facts; null where it was never observed. */
export const evidenceOfFacts = (facts: StepFacts | null): unknown =>
  facts &&
  (areKmsFacts(facts) ? kms(facts) : (EVIDENCE[facts.step] as EvidenceOf<StepFacts>)(facts));
