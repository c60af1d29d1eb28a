/**
 * ROLE: Adobe's service principal gets exactly the encryption role (AEP-29..33, CJA-08); on a
 * Managed HSM by local RBAC (HSM-03).
 */
import type { DraftOf } from './instruction.ts';
import { code } from './quoting.ts';
import { roleScripts } from './roleScripts.ts';
import { or, type Setting } from './setting.ts';
import { waitLine } from './waitLine.ts';

export function roleInstructions(s: Setting): DraftOf<'role'> {
  const vault = code(or(s, 'vault'));
  const application = code(or(s, 'applicationId'));
  const principal = s.principalObjectId === null ? null : code(s.principalObjectId);
  return {
    group: 'role',
    lines: [
      s.assignment !== null && ['assigned', { scope: code(s.assignment.scope) }],
      [s.isHsm ? 'openHsm' : 'openVault', { vault }],
      ['role', { role: s.roleName, roleGuid: code(s.roleGuid) }],
      ['member', { application, principal }],
      s.isHsm && 'scope',
      'notListed',
      waitLine(s, 'ROLE'),
    ],
    values: [
      ['role', s.roleName],
      ['roleId', s.roleGuid],
      ['principal', s.principalObjectId],
      ['application', s.applicationId],
      ['vault', s.vault],
    ],
    scripts: roleScripts(s),
  };
}
