import type { CheckMessages } from '../../checkMessages.ts';

export const platformHostIsKnown: CheckMessages<'platformHostIsKnown'> = {
  title: 'Se conoce el host de Adobe para esta región',
  expected: 'Un host de Experience Platform documentado',
  outcomes: {
    ok: '{host}',
    unconfirmed: {
      observed: '{host}',
      cause:
        'Adobe documenta este host para la región {region}, pero no para claves administradas por el cliente; sigue el mismo patrón que los demás.',
      remedy:
        'Pida al equipo de cuenta de Adobe que confirme el host y acepte esto con su respuesta.',
    },
    noHost: {
      observed: 'No se conoce ningún host para la región {region}',
      cause:
        'Adobe no documenta ningún host de Experience Platform para esta región, y un token solo se envía a hosts documentados.',
      remedy:
        'Compruebe con Adobe la región de la organización. Si es correcta, configure la clave en la página de Adobe y declare aquí los pasos.',
    },
  },
};
