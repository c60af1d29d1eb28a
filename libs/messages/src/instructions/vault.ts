/** VAULT: a vault Adobe can use (AEP-03..07, CJA-04). */
import { keyOf, sameVault } from '@keyway/core';
import { code } from './quoting.ts';
import type { DraftOf, Instructions } from './instruction.ts';
import { or, type Setting } from './setting.ts';
import { changeScripts, vaultNeeds, type VaultNeeds } from './vaultChange.ts';
import { creationScripts, recoveryScripts } from './vaultCreation.ts';

function scripts(s: Setting, needs: VaultNeeds | null): Instructions['scripts'] {
  if (needs) return changeScripts(s, needs);
  return s.vaultState === 'deleted' ? recoveryScripts(s) : creationScripts(s);
}

/** What the scripts do to what exists, and why one of them is missing. */
function scriptNote(s: Setting, needs: VaultNeeds | null): DraftOf<'vault'>['lines'][number] {
  if (needs) return Object.values(needs).includes(true) ? 'scriptsKeepTheRest' : 'nothingToChange';
  return s.vaultState === 'unknown' && 'noBicepYet';
}

function openLine(s: Setting): DraftOf<'vault'>['lines'][number] {
  const vault = code(or(s, 'vault'));
  if (s.vaultState === 'deleted') return ['recover', { vault }];
  const tenant = code(or(s, 'tenantId'));
  return [s.vaultState === 'present' ? 'open' : 'openOrCreate', { tenant, vault }];
}

/**
 * The setting of a vault that is still to be made: of the one that Experience Platform uses nothing
 * has to be changed (VAL-08, CJA-04).
 */
function ofOwnVault(s: Setting): Setting {
  const [own, other] = [keyOf(s.run, s.track), keyOf(s.run, 'AEP')];
  if (s.track !== 'CJA' || !own || !other || !sameVault(own, other)) return s;
  return {
    ...s,
    ...{ vault: null, vaultUri: null, key: null, keyIdentifier: null, resourceId: null },
    ...{ vaultFacts: null, vaultState: 'absent' },
  };
}

export function vaultInstructions(setting: Setting): DraftOf<'vault'> {
  const s = ofOwnVault(setting);
  const needs = s.vaultFacts && vaultNeeds(s.vaultFacts);
  return {
    group: 'vault',
    lines: [
      s.vault === null && ['chooseName', { byLink: s.byLink }],
      s.track === 'CJA' && 'useOwnVault',
      openLine(s),
      'softDelete',
      'purgeProtection',
      s.isHsm ? 'activateHsm' : 'useRbac',
    ],
    remarks: [scriptNote(s, needs)],
    values: [
      ['vault', s.vault],
      ['tenant', s.tenantId],
      ['subscription', s.subscriptionId],
    ],
    scripts: scripts(s, needs),
  };
}
