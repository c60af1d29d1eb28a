import type { ReasonOf } from '@keyway/core';

export const organizationRefusals = {
  archiveReasonMissing:
    'La configuración de esta organización se envió a Adobe. Al archivarla se oculta, pero su proceso continúa. Indique un motivo.',
  awsNotUsedOnAzure:
    'Esta organización está en Azure. Un rol de AWS se usa solo para organizaciones en AWS.',
  awsPrincipalMissing:
    'Esta instalación aún no tiene identidad en AWS. Un administrador asigna a KEYWAY_AWS_PRINCIPAL el ARN con el que Keyway inicia sesión, y reinicia la API.',
  awsKeyOfOtherAccount:
    'La clave está en la cuenta {key}, pero el rol conectado está en la cuenta {role}. AWS muestra la directiva de una clave solo dentro de la cuenta de la clave. Corrija la clave, o desconecte AWS y conecte un rol de la cuenta {key}.',
  awsRoleOfOtherAccount:
    'El rol está en la cuenta {role}, pero la clave del proceso está en la cuenta {key}. AWS muestra la directiva de una clave solo dentro de la cuenta de la clave. Indique un rol de la cuenta {key} o corrija la clave.',
  awsRoleStored: 'Hay un rol de AWS guardado. Desconecte AWS y después cambie la nube.',
  azureCredentialStored:
    'Hay una credencial de Azure guardada. Desconecte Azure y después cambie la nube.',
  azureNotUsedOnAws:
    'Esta organización está en AWS. Keyway no usa credenciales de Azure para ella.',
  cloudFixedByRun:
    'La nube determina los pasos del proceso. Cancele el proceso y después cambie la nube.',
  createForbidden: 'Solo quienes ven todas las organizaciones del partner pueden agregar una.',
  credentialNotStored: 'No hay ninguna credencial de {cloud} guardada. Conecte {cloud} primero.',
  detailSubmitted:
    'La configuración de esta organización se envió a Adobe. Ya solo se puede cambiar su nombre (IRR-04).',
  imsOrgIdArchived:
    '{imsOrgId} es una de sus organizaciones archivadas. Restáurela (restoreOrganization).',
  imsOrgIdFixedByRun:
    'El historial de un proceso contiene este ID, por lo que no se puede cambiar. Archive la organización y cree otra.',
  imsOrgIdForbidden:
    'Solo quienes ven todas las organizaciones del partner pueden cambiar un ID de organización de IMS.',
  imsOrgIdTaken: '{imsOrgId} ya es una de sus organizaciones. Use esa.',
  organizationArchived:
    'Esta organización está archivada. Restáurela primero (restoreOrganization).',
  organizationNotFound: 'Esta organización no existe.',
  practiceInSandboxOnly:
    'Esta instalación llama a nubes reales. Las organizaciones de práctica solo existen en el entorno de pruebas.',
  practiceUnavailable:
    'El entorno de pruebas no preparó la organización. No se creó nada. Inténtelo de nuevo.',
  regionNotOnAws: 'En AWS la única región es {region}. Elija {region}, o Azure como nube (AWS-01).',
  regionOnlyOnAws: '{region} es una región de AWS. Elija otra región, o AWS como nube (REG-05).',
  shieldMissing:
    'Las claves administradas por el cliente requieren Healthcare Shield o Privacy & Security Shield (ENT-01).',
  shieldNotOnAws:
    'En AWS, las claves administradas por el cliente requieren Privacy & Security Shield; Healthcare Shield las incluye solo en Azure (ENT-02).',
  tenantOnAws: 'Una organización en AWS no tiene inquilino de Entra. Omita el ID de inquilino.',
} satisfies Record<ReasonOf<'organization'>, string>;
