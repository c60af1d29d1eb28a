import type { CheckMessages } from '../../checkMessages.ts';

export const vaultIsDedicated: CheckMessages<'vaultIsDedicated'> = {
  title: 'CJA tiene un almacén propio',
  expected: 'Un almacén distinto del que usa AEP',
  outcomes: {
    ok: '{vault} no es el almacén de AEP, {otherVault}',
    otherNotNamed: 'Aún no se ha indicado ningún almacén para AEP, así que {vault} es solo de CJA',
    shared: {
      observed: 'CJA y AEP nombran el mismo almacén, {vault}',
      cause:
        'Adobe exige un almacén nuevo que use solo Customer Journey Analytics; su aplicación y la de AEP no deben compartirlo.',
      remedy:
        'Cree un segundo almacén con su propia clave para CJA e indique el identificador de esa clave en la vía de CJA.',
    },
  },
};
