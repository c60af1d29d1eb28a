/** VAULT: a vault Adobe can use (AEP-03..07, CJA-04). */
import { code } from './quoting.ts';
import { both, type Draft, type Instructions } from './instruction.ts';
import { LABELS } from './labels.ts';
import { or, type Setting } from './setting.ts';
import { changeScripts, vaultNeeds, type VaultNeeds } from './vaultChange.ts';
import { creationScripts, recoveryScripts } from './vaultCreation.ts';

function scripts(s: Setting, needs: VaultNeeds | null): Instructions['scripts'] {
  if (needs) return changeScripts(s, needs);
  return s.vaultState === 'deleted' ? recoveryScripts(s) : creationScripts(s);
}

/** What the scripts do to what exists, and why one of them is missing. */
function scriptNotes(s: Setting, needs: VaultNeeds | null): Draft['lines'] {
  const nothing = needs && !Object.values(needs).includes(true);
  return [
    nothing &&
      both(
        'Nothing of this has to be changed on this vault, so there is no script.',
        'En este almacén no hay que cambiar nada de esto, por eso no hay ningún script.',
      ),
    needs &&
      !nothing &&
      both(
        'The scripts change only these settings and keep region, tier, tags and firewall rules. There is none for Bicep: a Bicep deployment replaces every property of an existing vault.',
        'Los scripts solo cambian estos ajustes y conservan región, nivel, etiquetas y reglas de firewall. No hay ninguno para Bicep: una implementación de Bicep reemplaza todas las propiedades de un almacén existente.',
      ),
    s.vaultState === 'unknown' &&
      both(
        'There is no script for Bicep until Keyway has observed that the vault does not exist: a Bicep deployment replaces every property of an existing vault.',
        'No hay script para Bicep hasta que Keyway compruebe que el almacén no existe: una implementación de Bicep reemplaza todas las propiedades de un almacén existente.',
      ),
  ];
}

export function vaultInstructions(s: Setting): Draft {
  const name = code(or(s.vault, 'vault'));
  const tenant = code(or(s.tenantId, 'tenant-id'));
  const needs = s.vaultFacts && vaultNeeds(s.vaultFacts);
  return {
    lines: [
      s.vault === null &&
        both(
          'Choose a name for the vault; it is for good and unique in all of Azure. Then provide the key’s identifier here.',
          'Elija un nombre para el almacén: es definitivo y único en todo Azure. Después indique aquí el identificador de la clave.',
        ),
      s.track === 'CJA' &&
        both(
          'Use a new vault for Customer Journey Analytics only, not the one of Experience Platform.',
          'Use un almacén nuevo solo para Customer Journey Analytics, no el de Experience Platform.',
        ),
      s.vaultState === 'deleted' &&
        both(
          `The vault ${name} was deleted and can be recovered: **Key vaults > Manage deleted vaults > Recover**. A new one cannot take its name. Its role assignments do not come back.`,
          `El almacén ${name} se eliminó y se puede recuperar: **Almacenes de claves > Administrar almacenes eliminados > Recuperar**. Uno nuevo no puede usar su nombre. Sus asignaciones de roles no se recuperan.`,
        ),
      s.vaultState === 'present'
        ? both(
            `In the Azure portal, in tenant ${tenant}, open the vault ${name}.`,
            `En el portal de Azure, en el inquilino ${tenant}, abra el almacén ${name}.`,
          )
        : s.vaultState !== 'deleted' &&
          both(
            `In the Azure portal, in tenant ${tenant}, open the vault ${name}, or create it with tier Premium (or Standard).`,
            `En el portal de Azure, en el inquilino ${tenant}, abra el almacén ${name}, o créelo con el nivel Premium (o Estándar).`,
          ),
      both(
        'Soft-delete with 90 days; the number of days cannot be changed later.',
        'Eliminación temporal con 90 días; el número de días no se puede cambiar después.',
      ),
      both(
        '**Properties > Purge protection > Enable.** It cannot be switched off again.',
        '**Propiedades > Protección contra purga > Habilitar.** No se puede volver a desactivar.',
      ),
      s.isHsm
        ? both(
            'Activate the Managed HSM by downloading its security domain, and keep that safe.',
            'Active el Managed HSM descargando su dominio de seguridad y guárdelo en un lugar seguro.',
          )
        : both(
            '**Settings > Access configuration > Azure role-based access control.** On a vault in use first give its users equivalent roles: the switch voids every access policy at once.',
            '**Configuración > Configuración de acceso > Control de acceso basado en rol de Azure.** En un almacén en uso, dé antes a sus usuarios roles equivalentes: el cambio anula de golpe todas las directivas de acceso.',
          ),
      ...scriptNotes(s, needs),
    ],
    values: [
      [LABELS.vault, s.vault],
      [LABELS.tenant, s.tenantId],
      [LABELS.subscription, s.subscriptionId],
    ],
    scripts: scripts(s, needs),
  };
}
