import type { ReasonOf } from '@keyway/core';

export const setupRefusals = {
  setupApprovalOpen:
    'Hay una aprobación pendiente o concedida, y un cambio la anularía. Retírela primero.',
  setupKeyNameInvalid:
    '«{key}» no puede ser el nombre de una clave: de 1 a 127 letras, dígitos y guiones (KID-04).',
  setupKeySizeInvalid: 'Keyway crea claves de 3072 o 4096 bits, no de {size} (regla AEP-13).',
  setupLocationInvalid:
    '«{location}» no es una región de Azure. Use su nombre de programación, como westeurope.',
  setupNeedsWrite:
    'La conexión con Azure solo permite leer. Conecte Azure con acceso de lectura y escritura para que Keyway pueda cambiar algo.',
  setupNotOpen: 'En esta vía no hay ninguna configuración automática que cancelar.',
  setupNotPlanned: 'No hay ningún plan de cambios que confirmar. Solicite uno primero (planSetup).',
  setupNothingPossible:
    'Keyway no puede hacer ninguno de estos cambios. Corrija lo que indica el plan y solicite otro.',
  setupOnAws: 'Keyway solo crea claves en Azure. En AWS use los scripts del paso.',
  setupPlanChanged: 'Este no es el plan de cambios actual. Revise el actual.',
  setupPlanUnknown:
    'No se pudo leer todo lo que hay en este plan, por lo que no se puede confirmar. Conceda lo que falta y solicite otro plan.',
  setupResourceGroupInvalid: '«{group}» no puede ser el nombre de un grupo de recursos.',
  setupRotationInvalid: 'Elija una rotación cada {min} a {max} meses, o ninguna (ROT-04).',
  setupRunning:
    'Keyway está haciendo cambios en esta vía. Espere o cancele primero la configuración automática.',
  setupStepAttested: '{step} se declaró. Conecte Azure para que se verifique y solicite otro plan.',
  setupSubscriptionInvalid: '«{subscription}» no es un ID de suscripción, que es un GUID.',
  setupSubscriptionMissing: 'Indique la suscripción: la conexión con Azure no indica ninguna.',
  setupVaultNameInvalid:
    '«{vault}» no puede ser el nombre de un almacén: de 3 a 24 letras, dígitos y guiones, y comienza con una letra (KID-03).',
  setupWorkspaceInvalid:
    'Indique el ID de recurso de un área de trabajo de Log Analytics, como /subscriptions/…/providers/Microsoft.OperationalInsights/workspaces/….',
} satisfies Record<ReasonOf<'setup'>, string>;
