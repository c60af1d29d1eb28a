/** VAULT: a vault Adobe can use (AEP-03..07, CJA-04). */
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

export function vaultInstructions(s: Setting): DraftOf<'vault'> {
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
