import type { InboxKind } from '@keyway/core';

const place = '{step, select, none {} other { en {step}}}';

/** What happened that concerns a person, in a sentence. */
export const inbox: Record<InboxKind, string> = {
  MENTIONED: `{actor} le mencionó en un comentario sobre {organization}{step, select, none {} other {, {step}}}`,
  APPROVAL_REQUESTED:
    '{actor} solicitó una aprobación para {organization}{track, select, none {} other {, {track}}}',
  APPROVAL_GRANTED:
    '{actor} aprobó la solicitud para {organization}{track, select, none {} other {, {track}}}',
  APPROVAL_REFUSED:
    '{actor} rechazó la solicitud para {organization}{track, select, none {} other {, {track}}}',
  ASSIGNED: '{actor} le asignó el proceso de {organization}',
  RUN_BLOCKED: `El proceso de {organization} está bloqueado${place}`,
  RUN_FAILED: `El proceso de {organization} falló${place}`,
  HEALTH: 'Una clave de {organization} tiene una alerta nueva',
};
