import type { WebhookEventType } from '@keyway/core';

/** What each event of webhooks is about. */
export const webhookEvents = {
  'organization.created': 'Se creó o importó una organización.',
  'run.started': 'Se inició un proceso.',
  'run.status_changed': 'Cambió el estado de un proceso, también a COMPLETED o CANCELLED.',
  'run.completed': 'Todos los pasos de un proceso están hechos.',
  'run.cancelled': 'Se canceló un proceso.',
  'step.blocked':
    'Un paso está bloqueado: una comprobación falla. `checks` nombra las que fallan o no se pudieron leer.',
  'step.waiting': 'Un paso espera a alguien, o a alguien distinto que antes: `actor`.',
  'approval.requested': 'Se solicitó una aprobación.',
  'approval.decided': 'Alguien aprobó o rechazó: `decision` es APPROVED o REFUSED.',
  'approval.voided':
    'Una aprobación quedó anulada: se retiró, expiró o cambiaron los datos. `cause` indica el motivo.',
  'configuration.submitted': 'Adobe aceptó la configuración, o una persona declaró que se envió.',
  'configuration.status_changed':
    'Adobe comunicó otro estado de la configuración, que se envía literalmente.',
  'alert.opened': 'Se abrió una alerta sobre una clave vigilada.',
  'alert.closed': 'Se resolvió una alerta: su causa terminó.',
  'health.changed': 'Cambió el estado de las claves de una organización.',
  'credential.expires':
    'Un secreto de cliente o un certificado guardado expira en 30 o en 7 días. `inUse` es false si espera para reemplazar a otro.',
  'credential.expired': 'Expiró un secreto de cliente o un certificado guardado.',
  'history.checkpoint':
    'Se firmó el final del historial de la organización. Guarde `jws`: un historial reescrito después no coincide con él.',
  'test.ping':
    'Una prueba que un propietario envía con `testWebhook`. Se envía una vez, sean cuales sean los eventos del webhook.',
} satisfies Record<WebhookEventType, string>;
