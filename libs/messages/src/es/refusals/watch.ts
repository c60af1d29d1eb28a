import type { ReasonOf } from '@keyway/core';

export const watchRefusals = {
  differenceNotFound:
    '{field} está como se aprobó, o ya se aceptó como está. Vuelva a consultar el estado de la organización.',
  differenceTakesKey:
    'Por esta diferencia Adobe no puede usar la clave, así que no se puede aceptar. Restablezca lo que se aprobó y vuelva a consultar el estado de la organización.',
  alertNotFound: 'Esta alerta no existe.',
  notWatched:
    'Aquí no se vigila nada: no hay ningún proceso completado, o nada que Keyway pueda leer.',
  differenceByYou:
    'Usted cambió las conexiones o los ajustes de esta organización desde que se aprobó su configuración. Tiene que aceptar la diferencia otro aprobador.',
} satisfies Record<ReasonOf<'watch'>, string>;
