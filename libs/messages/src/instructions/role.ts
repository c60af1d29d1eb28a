/**
 * ROLE: Adobe's service principal gets exactly the encryption role (AEP-29..33, CJA-08); on a
 * Managed HSM by local RBAC (HSM-03).
 */
import { both, type Draft } from './instruction.ts';
import { LABELS } from './labels.ts';
import { code } from './quoting.ts';
import { roleScripts } from './roleScripts.ts';
import { or, type Setting } from './setting.ts';

export function roleInstructions(s: Setting): Draft {
  const vault = code(or(s.vault, 'vault'));
  const application = code(or(s.applicationId, 'application-id'));
  return {
    lines: [
      s.assignment !== null &&
        both(
          `The role is assigned already, at ${code(s.assignment.scope)}. Do not remove it; the scripts leave it as it is.`,
          `El rol ya está asignado, en ${code(s.assignment.scope)}. No lo quite; los scripts lo dejan como está.`,
        ),
      s.isHsm
        ? both(
            `Open the Managed HSM ${vault} > **Local RBAC > Add**. The roles of Access control (IAM) have no effect there.`,
            `Abra el Managed HSM ${vault} > **RBAC local > Agregar**. Los roles de Control de acceso (IAM) no tienen efecto ahí.`,
          )
        : both(
            `Open the vault ${vault} > **Access control (IAM) > Add role assignment**. You need Owner, User Access Administrator or Key Vault Data Access Administrator.`,
            `Abra el almacén ${vault} > **Control de acceso (IAM) > Agregar asignación de roles**. Necesita Propietario, Administrador de acceso de usuario o Key Vault Data Access Administrator.`,
          ),
      both(
        `Role: **${s.roleName}** (${code(s.roleGuid)}); no broader one is needed.`,
        `Rol: **${s.roleName}** (${code(s.roleGuid)}); no hace falta uno más amplio.`,
      ),
      s.principalObjectId === null
        ? both(
            `Member: Adobe’s application. Compare its application ID (${application}), not its name.`,
            `Miembro: la aplicación de Adobe. Compare su ID de aplicación (${application}), no su nombre.`,
          )
        : both(
            `Member: Adobe’s application. Compare its application ID (${application}), not its name; its object ID in your tenant is ${code(s.principalObjectId)}.`,
            `Miembro: la aplicación de Adobe. Compare su ID de aplicación (${application}), no su nombre; su ID de objeto en su inquilino es ${code(s.principalObjectId)}.`,
          ),
      s.isHsm && both('Scope: `/keys`.', 'Ámbito: `/keys`.'),
      both(
        'If the application is not in the list, consent went to another tenant: repeat it with the address of the step Consent.',
        'Si la aplicación no aparece en la lista, el consentimiento fue a otro inquilino: repítalo con la dirección del paso Consentimiento.',
      ),
      both(
        'Wait up to 10 minutes; it is checked automatically afterwards.',
        'Espere hasta 10 minutos; después se comprueba automáticamente.',
      ),
    ],
    values: [
      [LABELS.role, s.roleName],
      [LABELS.roleId, s.roleGuid],
      [LABELS.principal, s.principalObjectId],
      [LABELS.application, s.applicationId],
      [LABELS.vault, s.vault],
    ],
    scripts: roleScripts(s),
  };
}
