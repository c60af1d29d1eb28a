/** Labels of what an entry about a key holds, as in `historyFields.ts`. */
export const keyLabels = {
  acceptedBlocks: 'Accepted, though last seen as not met',
  askVaultLater: 'A worker asks the vault later',
  'checks.missing': 'Not there at all',
  checkedAt: 'Checked',
  lastBlocked: 'Last seen as not met',
  'factsObserved.late': 'Read too late: the step was attested, or its connection removed',
  'late.since': 'Reading began',
  'lastBlocked.at': 'Checked',
  bits: 'Key size in bits',
  keyOps: 'Key operations',
  notBefore: 'Valid from',
  onlyMissing: 'Only where no key was provided',
  replaces: 'Key that it replaces',
  vaultResourceId: 'Vault resource ID',
  vaultTenantId: 'Tenant that the vault states',
  vaultUri: 'Vault URI',
} as const;
/** Why the vault of a provided key said what it said. */
export const keyCodes = {
  'vaultProbed.reason': {
    found: 'It answered',
    missing: 'Its name is of no vault',
    private: 'Its address is private',
    noAnswer: 'It did not answer',
    otherAnswer: 'The answer is not that of a vault',
    sovereignCloud: 'It is in a sovereign cloud',
  },
} as const;
