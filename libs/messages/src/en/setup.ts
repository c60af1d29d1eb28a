/** Automatic mode: the plan of changes, and how far it is. */
import type {
  ChangeKind,
  ChangeReason,
  ChangeResult,
  SettingName,
  SetupEndReason,
} from '@keyway/core';

/** Titles of changes. */
export const changes = {
  CREATE_VAULT: 'Vault',
  ENABLE_PURGE_PROTECTION: 'Purge protection',
  ADD_NETWORK_RULE: 'Network rules',
  CREATE_KEY: 'Key',
  SET_ROTATION: 'Rotation of the key',
  PUT_DIAGNOSTIC_SETTING: 'Audit log',
  PUT_LOCK: 'Lock against deletion',
} satisfies Record<ChangeKind, string>;

export const settings = {
  vault: 'Vault',
  resourceGroup: 'Resource group',
  location: 'Region',
  sku: 'Tier',
  rbac: 'Access by Azure roles',
  softDelete: 'Soft delete',
  purgeProtection: 'Purge protection',
  retentionDays: 'Retention in days',
  publicAccess: 'Public access',
  bypass: 'Exceptions of the firewall',
  ipRules: 'Allowed addresses',
  key: 'Key',
  keyType: 'Type',
  keySize: 'Size in bits',
  keyOperations: 'Operations',
  rotation: 'Rotation',
  name: 'Name',
  workspaceId: 'Workspace',
  logs: 'Logs',
  lockLevel: 'Level',
} satisfies Record<SettingName, string>;

/** Values of settings that are no names. */
export const values = { yes: 'on', no: 'off', none: 'none' };

/** Why a change is not possible or not known, and what to do. */
export const reasons = {
  notReadable: { cause: 'It could not be read.', remedy: 'Grant what is missing.' },
  vaultSettling: {
    cause: 'Azure is still creating this vault.',
    remedy: 'Wait some minutes, then request a plan again.',
  },
  resourceGroupAbsent: {
    cause: 'There is no resource group {group}.',
    remedy: 'Create it, or choose another one, then request a plan again.',
  },
  locationUnknown: {
    cause: 'Azure’s public cloud has no region {location} that Keyway knows.',
    remedy:
      'Request a plan again with its programmatic name{right, select, none {, such as westeurope} other {, such as {right}}}. In a newer region create the vault yourself.',
  },
  nameSoftDeleted: {
    cause:
      'A deleted vault {vault} holds this name{purgeDate, select, none {} other { until {purgeDate}}}.',
    remedy: 'Recover the deleted vault or choose another name, then request a plan again.',
  },
  nameTaken: {
    cause: 'The name {vault} is taken elsewhere. Names are unique in all of Azure.',
    remedy: 'Choose another name, then request a plan again.',
  },
  nameInvalid: {
    cause: 'Azure does not accept the name {vault}.',
    remedy: 'Choose another name, then request a plan again.',
  },
  vaultUsesAccessPolicies: {
    cause: 'Vault {vault} uses access policies instead of Azure roles.',
    remedy:
      'Keyway does not switch it: that voids every access policy at once. Grant its users equivalent roles and switch it yourself, or choose a new vault.',
  },
  vaultHasNoSoftDelete: {
    cause: 'Vault {vault} has no soft delete.',
    remedy: 'Enable soft delete, which can’t be undone, or choose a new vault.',
  },
  vaultSkuUnsupported: {
    cause: 'The tier of vault {vault} is not Standard or Premium.',
    remedy: 'Choose another vault.',
  },
  vaultNotPossible: {
    cause: 'The vault can’t be used as it is.',
    remedy: 'Correct the vault first, then request a plan again.',
  },
  vaultUnknown: {
    cause: 'It is not known yet whether the vault can be used.',
    remedy: 'Make the vault readable, then request a plan again.',
  },
  locationDiffers: {
    cause: 'Vault {vault} is in {location}, and {requested} was requested.',
    remedy: 'Keyway uses the vault where it is. For another region, choose a new vault.',
  },
  readOnlyLock: {
    cause: 'A read-only lock refuses changes of this vault.',
    remedy: 'Remove the lock for the time of the change, then request a plan again.',
  },
  perimeter: {
    cause: 'The vault is secured by a network security perimeter, which rules don’t pass.',
    remedy: 'Add a rule for Adobe to the perimeter, or choose another vault.',
  },
  publicAccessDisabled: {
    cause: 'Public access is disabled. With that, allowed addresses have no effect.',
    remedy:
      'Keyway opens no closed network. Enable public access from selected networks yourself, then request a plan again.',
  },
  networkUnclear: {
    cause: 'Azure does not clearly state the network of this vault.',
    remedy: 'Review the network of the vault in the Azure portal.',
  },
  networkOpen: {
    cause: 'The network of vault {vault} is open, and a restricted one was requested.',
    remedy:
      'Keyway does not close the network of an existing vault to its users. Restrict it yourself, choose a new vault, or request a plan with an open network.',
  },
  tooManyRules: {
    cause: 'The firewall has {max} addresses already, which is its limit.',
    remedy: 'Remove an address that is not needed, then request a plan again.',
  },
  keyTypeWrong: {
    cause: 'Key {key} is of type {type}, which can’t be changed.',
    remedy: 'Choose another name for the key, then request a plan again.',
  },
  keyTooShort: {
    cause: 'Key {key} has {bits} bits, which can’t be changed.',
    remedy: 'Choose another name for the key, then request a plan again.',
  },
  keyDisabled: {
    cause: 'Key {key} is disabled.',
    remedy: 'Enable it, or choose another name for the key.',
  },
  keyExpired: {
    cause: 'Key {key} expired{date, select, none {} other { at {date}}}.',
    remedy: 'Choose another name for the key, or extend this one, then request a plan again.',
  },
  keyNotYetValid: {
    cause: 'Key {key} is not valid{date, select, none { yet} other { before {date}}}.',
    remedy: 'Choose another name for the key, or wait until then, and request a plan again.',
  },
  keyLacksOperations: {
    cause: 'Key {key} does not allow wrapKey and unwrapKey.',
    remedy: 'Allow both operations, or choose another name for the key.',
  },
  keyNotStated: {
    cause: 'Azure does not state the size of this key, or whether it is enabled.',
    remedy: 'Request a plan again.',
  },
  hsmNeedsPremium: {
    cause: 'A key kept in an HSM needs a Premium vault. Vault {vault} is not one.',
    remedy: 'Choose a new vault, or a key kept in software.',
  },
  rotationMissing: {
    cause: 'Key {key} has no rotation policy that makes a new version, or Azure states none.',
    remedy: 'Set it yourself, for example every {rotation}. The key can be used without it.',
  },
  tooManySettings: {
    cause: 'The vault has {max} diagnostic settings already, which is its limit.',
    remedy: 'Remove one that is not needed, then request a plan again.',
  },
  settingNameTaken: {
    cause: 'A diagnostic setting {name} is there that does something else.',
    remedy: 'Rename or correct it, then request a plan again.',
  },
  lockNameTaken: {
    cause: 'A lock {name} is there that does something else.',
    remedy: 'Rename or correct it, then request a plan again.',
  },
} satisfies Record<ChangeReason, { cause: string; remedy: string }>;

/** What became of a change. */
export const results = {
  MADE: 'Done by Keyway.',
  UNCONFIRMED:
    'In place. Keyway sent the request and got no answer, so we couldn’t confirm who did it.',
  ALREADY_THERE: 'Already there. Keyway changed nothing.',
  FAILED: 'Failed: {message}.',
} satisfies Record<ChangeResult, string>;

export const sending = 'Keyway is making this change.';

/** The set-up ended meanwhile, so that nobody reads whether it was made. */
export const sentWhenEnded =
  'We couldn’t confirm whether this was done: Keyway had begun it when the set-up ended. Check in Azure, or request a plan again.';

/** What became of it became known after the set-up had ended. */
export const late = 'Azure’s answer came after the set-up had ended.';

/** How far a set-up is. */
export const setupStatus = {
  PLANNING: `{until, select,
    none {Reading what is in Azure{message, select, none {} other {. Last try: {message}}}.}
    other {Azure may still be working on an earlier change of this vault until {until}. Keyway then reads what is there.}
  }`,
  PLANNED: `{problem, select,
    nothingPossible {Keyway can’t set this up as it is. The changes say what to correct. Then request a plan again.}
    unknown {Something could not be read, so the plan can’t be confirmed. The changes say what is missing. Then request a plan again.}
    other {{replanned, select,
      yes {What is in Azure changed since the plan was confirmed, or Keyway’s database was restored from a backup. Review and confirm the changes again.}
      other {Review and confirm the changes.}
    }{open, select, none {} other { Keyway can’t do everything: {open}.}}}
  }`,
  APPLYING: `Keyway is making the changes{message, select, none {} other {. Last try: {message}}}.`,
  DONE: `{failed, plural,
    =0 {{open, select, none {Everything is in place.} other {Done, except what Keyway can’t do: {open}.}}}
    one {Done, except # change that Azure refused.{open, select, none {} other { Keyway can’t do everything: {open}.}}}
    other {Done, except # changes that Azure refused.{open, select, none {} other { Keyway can’t do everything: {open}.}}}
  }`,
  /** Nothing is left to do for Keyway, and something that was requested is not in place. */
  STOPPED:
    'Not everything is in place. Keyway can’t do: {open}. The changes say what to correct. Then request a plan again.',
};

/** Why it ended before it was done. Nothing that was made is undone. */
export const ends = {
  cancelled: 'Canceled{name, select, none {} other { by {name}}}. Nothing was undone.',
  runCancelled: 'The run was canceled. Nothing was undone.',
  changeFailed:
    'Azure refused a change: {message}. Nothing was undone. Correct the cause, then request a plan again.',
  notReadable: 'Azure could not be read: {message}. Correct the cause, then request a plan again.',
  connectionChanged: 'The connection to Azure changed. Nothing was undone. Request a plan again.',
  organizationChanged:
    'The organization’s tenant was corrected. Nothing was undone. Request a plan again.',
} satisfies Record<SetupEndReason, string>;
