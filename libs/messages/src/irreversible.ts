/** What can never be undone, in plain words, for whoever approves (IRR-01 to IRR-08, IRR-09). */
import type { Locale } from '@keyway/core';

export interface IrreversibleConsequence {
  rule: string;
  text: string;
}

const TEXTS = {
  'IRR-01': {
    en: 'Once the key is set up, this organization can never go back to keys managed by Adobe.',
    es: 'Una vez configurada la clave, esta organización no podrá volver nunca a las claves gestionadas por Adobe.',
  },
  'IRR-02': {
    en: 'The vault’s purge protection and soft-delete can never be switched off again.',
    es: 'La protección contra purga y la eliminación temporal del almacén no se podrán desactivar nunca.',
  },
  'IRR-03': {
    en: 'The number of days a deleted vault or key is kept stays as it was chosen when the vault was created.',
    es: 'El número de días que se conserva un almacén o una clave eliminados queda como se eligió al crear el almacén.',
  },
  'IRR-04': {
    en: 'Setting up happens once. No way to change the vault or the key’s name afterwards is documented; both are for good.',
    es: 'La configuración se hace una sola vez. No hay ningún método documentado para cambiar después el almacén ni el nombre de la clave: ambos son definitivos.',
  },
  'IRR-05': {
    en: 'If the key is lost, disabled or withdrawn afterwards, Adobe may delete all data of this organization.',
    es: 'Si después la clave se pierde, se deshabilita o se retira, Adobe puede eliminar todos los datos de esta organización.',
  },
  'IRR-06': {
    en: 'A purged key or vault cannot be brought back by anyone, neither Microsoft nor Adobe.',
    es: 'Nadie puede recuperar una clave o un almacén purgados, ni Microsoft ni Adobe.',
  },
  'IRR-07': {
    en: 'If Adobe’s application is deleted from the tenant’s side of the set-up, access breaks, and only Adobe can restore it.',
    es: 'Si se elimina la aplicación de Adobe, el acceso se rompe y solo Adobe puede restaurarlo.',
  },
  'IRR-08': {
    en: 'A key’s type and size are fixed. No remedy for a wrong choice after submission is documented.',
    es: 'El tipo y el tamaño de una clave son fijos. No hay remedio documentado para una elección equivocada después del envío.',
  },
} as const satisfies Record<string, Record<Locale, string>>;

/** Every consequence of submitting, in the order of the rules. */
export const irreversibleConsequences = (locale: Locale): IrreversibleConsequence[] =>
  Object.entries(TEXTS).map(([rule, text]) => ({ rule, text: text[locale] }));
