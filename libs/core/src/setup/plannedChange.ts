/** One change of a plan of changes, and the hash that a person confirms. */
import { canonicalJson, sha256Hex } from '../canonicalJson.ts';
import type { CheckValues } from '../check.ts';
import type { ReadFailure } from '../observedSchema.ts';
import type { StepId } from '../vocabulary.ts';
import type { SetupRequest } from './setupRequest.ts';

/** Every change that Keyway can make, in the order in which it makes them. */
export const CHANGE_KINDS = [
  'CREATE_VAULT',
  'ENABLE_PURGE_PROTECTION',
  'ADD_NETWORK_RULE',
  'CREATE_KEY',
  'SET_ROTATION',
  'PUT_DIAGNOSTIC_SETTING',
  'PUT_LOCK',
] as const;
/** A plan has each kind at most once. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Every `ChangeOutcome`, as in the enum of the public contract. */
export const CHANGE_OUTCOMES = [
  'CREATE',
  'CHANGE',
  'ALREADY_THERE',
  'NOT_POSSIBLE',
  'UNKNOWN',
] as const;
/**
 * `NOT_POSSIBLE`: it is wrong and Keyway does not force it; somebody has to correct it. `UNKNOWN`:
 * what is there could not be read, so that nothing can be confirmed.
 */
export type ChangeOutcome = (typeof CHANGE_OUTCOMES)[number];

/** Why a change is not possible or unknown, or how what is there differs; each has a text. */
export const CHANGE_REASONS = [
  'notReadable',
  'vaultSettling',
  'resourceGroupAbsent',
  'locationUnknown',
  'nameSoftDeleted',
  'nameTaken',
  'nameInvalid',
  'vaultUsesAccessPolicies',
  'vaultHasNoSoftDelete',
  'vaultSkuUnsupported',
  'vaultNotPossible',
  'vaultUnknown',
  'locationDiffers',
  'readOnlyLock',
  'perimeter',
  'publicAccessDisabled',
  'networkUnclear',
  'tooManyRules',
  'networkOpen',
  'keyTypeWrong',
  'keyTooShort',
  'keyDisabled',
  'keyExpired',
  'keyNotYetValid',
  'keyLacksOperations',
  'keyNotStated',
  'hsmNeedsPremium',
  'rotationMissing',
  'tooManySettings',
  'settingNameTaken',
  'lockNameTaken',
] as const;
/** Why a change is not possible or unknown, or how what is there differs from the request. */
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** Every setting that a change names, before and after. */
export const SETTING_NAMES = [
  'vault',
  'resourceGroup',
  'location',
  'sku',
  'rbac',
  'softDelete',
  'purgeProtection',
  'retentionDays',
  'publicAccess',
  'bypass',
  'ipRules',
  'key',
  'keyType',
  'keySize',
  'keyOperations',
  'rotation',
  'name',
  'workspaceId',
  'logs',
  'lockLevel',
] as const;
/** A setting that a change names before and after. */
export type SettingName = (typeof SETTING_NAMES)[number];
/** Settings with their values; empty: nothing is there. */
export type ChangeSettings = Partial<
  Record<SettingName, string | number | boolean | readonly string[] | null>
>;

/** One change of a plan, as a person confirms it. */
export interface PlannedChange {
  kind: ChangeKind;
  outcome: ChangeOutcome;
  before: ChangeSettings;
  after: ChangeSettings;
  /** Nobody can take it back, Microsoft included (KV-03, IRR-02, IRR-03). */
  irreversible: boolean;
  reason: { code: ChangeReason; values: CheckValues } | null;
  /** `notReadable`: why. */
  failure?: ReadFailure;
  /** The latest version of a key that is there. */
  keyIdentifier?: string;
}

/** A refusal of these stops nothing; the key does not depend on them. */
const OPTIONAL: ReadonlySet<ChangeKind> = new Set(['PUT_DIAGNOSTIC_SETTING', 'PUT_LOCK']);
/** Whether a refusal of the change leaves the others as they are ("where allowed"). */
export const isOptional = (kind: ChangeKind): boolean => OPTIONAL.has(kind);

/** Whether what was asked for is not in place without it; rotation is the key's owner's. */
const isRequired = (kind: ChangeKind): boolean => !isOptional(kind) && kind !== 'SET_ROTATION';
/** Whether it is wrong in a way that leaves something open that was asked for. */
export const isLeftOpen = ({ kind, outcome }: PlannedChange): boolean =>
  outcome === 'NOT_POSSIBLE' && isRequired(kind);

/** Whether Keyway does something about it. */
export const isToDo = ({ outcome }: PlannedChange): boolean =>
  outcome === 'CREATE' || outcome === 'CHANGE';

/** Steps that a change brings about; what it did counts as Keyway's in these. */
export const STEPS_OF_CHANGE: Readonly<Record<ChangeKind, readonly StepId[]>> = {
  CREATE_VAULT: ['VAULT', 'NETWORK'],
  ENABLE_PURGE_PROTECTION: ['VAULT'],
  ADD_NETWORK_RULE: ['NETWORK'],
  CREATE_KEY: ['KEY'],
  SET_ROTATION: [],
  PUT_DIAGNOSTIC_SETTING: [],
  PUT_LOCK: [],
};

/** What of a plan keeps a step from being brought about. */
export const notPossibleIn = (changes: readonly PlannedChange[], step: StepId): PlannedChange[] =>
  changes.filter((change) => isLeftOpen(change) && STEPS_OF_CHANGE[change.kind].includes(step));

/** What a person confirms: the request and each change, but not when or with which failure. */
export function planHash(request: SetupRequest, changes: readonly PlannedChange[]): string {
  const confirmed = changes.map(({ kind, outcome, before, after, irreversible, reason }) => ({
    ...{ kind, outcome, before, after, irreversible },
    reason: reason?.code ?? null,
  }));
  return sha256Hex(canonicalJson({ request, changes: confirmed }));
}
