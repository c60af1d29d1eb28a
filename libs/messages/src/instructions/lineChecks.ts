/** Which checks find out whether what a line of the instructions asks for is done. */
import type { InstructionCheck } from '@keyway/core';
import type { Groups } from './instruction.ts';

type LineChecks = {
  readonly [G in keyof Groups]?: { readonly [L in keyof Groups[G]]?: readonly InstructionCheck[] };
};

/**
 * A line that is absent is how to get there, or a hint. One check covers the whole firewall: its
 * outcome says which of the lines are done (AEP-09, AEP-10).
 */
export const LINE_CHECKS: LineChecks = {
  vault: {
    useOwnVault: ['vaultIsDedicated'],
    recover: ['vaultExists'],
    openOrCreate: ['vaultExists'],
    softDelete: ['vaultHasSoftDelete', 'vaultRetentionIsLong'],
    purgeProtection: ['vaultHasPurgeProtection'],
    useRbac: ['vaultUsesRbac'],
  },
  network: {
    perimeter: ['networkAdmitsAdobe'],
    chooseSelected: [
      [
        'networkAdmitsAdobe',
        ['restricted', 'restrictedWiderRange', 'noAddress', 'noBypass', 'noAddressNoBypass'],
      ],
    ],
    addAddress: [['networkAdmitsAdobe', ['restricted', 'restrictedWiderRange', 'noBypass']]],
    trustServices: [
      [
        'networkAdmitsAdobe',
        ['restricted', 'restrictedWiderRange', 'noAddress', 'disabledWithBypass'],
      ],
    ],
  },
  key: {
    unfit: ['keyTypeIsRsa', 'keyIsLongEnough'],
    create: ['keyExists', 'keyTypeIsRsa', 'keyIsLongEnough'],
    operations: ['keyAllowsWrapping'],
    dates: ['keyIsEnabled', 'keyIsActive', 'keyIsNotExpiring'],
    copy: ['keyExists', 'keyIdentifierIsValid'],
  },
  aws: {
    createKey: [
      'kmsKeyExists',
      'kmsKeyIsSymmetric',
      'kmsKeyIsEnabled',
      'kmsKeyIsSingleRegion',
      'kmsKeyIsInRegion',
      'kmsKeyIsCustomerManaged',
      'kmsKeyMaterialIsOwn',
    ],
    rotate: ['kmsKeyRotates'],
    attestKey: ['kmsKeyArnIsValid'],
    provideArn: ['kmsKeyArnIsValid'],
    addStatements: [
      'keyPolicyKeepsAdmin',
      'keyPolicyHoldsTemplate',
      'keyPolicyNamesNoOthers',
      'keyPolicySidsAreUnique',
    ],
  },
  consent: {
    open: [['servicePrincipalExists', ['disabled']]],
    useScript: [['servicePrincipalExists', ['disabled']]],
  },
  role: {
    role: ['roleIsAssigned'],
    member: ['roleIsAssigned'],
  },
};

export const checksOfLine = (group: keyof Groups, line: string): readonly InstructionCheck[] =>
  (LINE_CHECKS[group] as Readonly<Record<string, readonly InstructionCheck[]>> | undefined)?.[
    line
  ] ?? [];
