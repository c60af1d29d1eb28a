export const irreversible = {
  'IRR-01':
    'Una vez configurada la clave, esta organización no podrá volver nunca a las claves administradas por Adobe.',
  'IRR-02':
    'La protección contra purga y la eliminación temporal del almacén no se podrán desactivar nunca.',
  'IRR-03':
    'El número de días que se conserva un almacén o una clave eliminados se eligió al crear el almacén y no se puede cambiar.',
  'IRR-04':
    'La configuración se hace una sola vez. No hay ningún método documentado para cambiar después el almacén ni el nombre de la clave: ambos son definitivos.',
  'IRR-05':
    'Si después la clave se pierde, se deshabilita o se retira, Adobe puede eliminar todos los datos de esta organización.',
  'IRR-06': 'Nadie puede restaurar una clave o un almacén purgados, ni Microsoft ni Adobe.',
  'IRR-07':
    'Si la aplicación de Adobe se elimina del inquilino, Adobe pierde el acceso y solo Adobe puede restaurarlo.',
  'IRR-08':
    'El tipo y el tamaño de una clave son fijos. No hay remedio documentado para una elección equivocada después del envío.',
};

export const irreversibleOnAws = {
  'IRR-01': irreversible['IRR-01'],
  'IRR-04':
    'La configuración se hace una sola vez. No hay ningún método documentado para cambiar después la clave: es definitiva.',
  'IRR-05': irreversible['IRR-05'],
  'IRR-08': irreversible['IRR-08'],
};
