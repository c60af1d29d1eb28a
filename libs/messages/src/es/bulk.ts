import type { Messages } from '../messages.ts';

export const bulk: Messages['bulk'] = {
  failed:
    '{count, plural, one {# comprobación no superada} other {# comprobaciones no superadas}}: {titles}{more, plural, =0 {} other { y # más}}.',
  blockedAt: 'Bloqueado en {places}.',
  failedAt: 'Error en {places}.',
  waitingAt: 'Sin errores. Aún no está hecho: {places}.',
  passed: 'Todas las comprobaciones se han superado.',
  nothingChecked: 'Aún no se pudo comprobar nada.',
};
