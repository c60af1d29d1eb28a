export const vaultProbe = {
  found:
    '{vault} existe en el inquilino {tenant}.{link, select, private { Tiene un punto de conexión privado.} other {}}',
  missing:
    'No hay ningún {vault} en la nube pública de Azure. Compruebe el nombre, o restáurelo si se eliminó.',
  private:
    '{vault} tiene una dirección privada en esta red, así que Keyway no lo llama. Se desconoce su inquilino.',
  noAnswer: '{vault} no responde por ahora. Se desconoce si existe. Inténtelo de nuevo.',
  otherAnswer: 'La respuesta de {vault} no es la de un almacén. Se desconoce si existe.',
  sovereignCloud: '{vault} está en una nube soberana, a la que Keyway no llama.',
  tooMany:
    'Se consultaron demasiados almacenes en el último minuto. Inténtelo dentro de {seconds, plural, one {# segundo} other {# segundos}}.',
  noWorker: 'Ningún worker de Keyway respondió a tiempo. Inténtelo de nuevo.',
};
