export const submission = {
  permanent:
    'Esto no se puede deshacer: después, la organización no podrá volver nunca a las claves administradas por Adobe.',
  byHand:
    'En Adobe abra **Administración > Cifrado > Claves administradas por el cliente > Configurar**, escriba **Configuration name** y **Key vault key identifier** tal como figuran abajo, y seleccione **Save** una sola vez.',
  byKeyway:
    'Indique un nombre de configuración, escriba el ID de organización de IMS {imsOrgId} y envíe. Keyway vuelve a leer todos los datos justo antes de enviar.',
  name: 'Use minúsculas, dígitos y guiones en el nombre: Adobe solo lo encuentra con sus letras exactas.',
  attest:
    'Declare este paso con el nombre de la configuración como referencia y escriba el ID de organización de IMS {imsOrgId}.',
};
