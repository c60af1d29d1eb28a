export const appRegistration = {
  automatic:
    'No hay que hacer nada: Keyway lo lee de Adobe y comprueba que sea coherente. Si Adobe lo rechaza, a la credencial le falta el permiso **Manage Customer Managed Key** o a la organización la licencia.',
  open: 'En Adobe abra **Administración > Cifrado > Claves administradas por el cliente > Configurar**.',
  copy: 'Copie el **Application ID** y declare este paso con él como referencia. No use el ID de otra organización ni el de un documento.',
};
