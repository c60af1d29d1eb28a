export const readiness = {
  check: '{step}: {check}',
  checkUnknown: '{step}: no se pudo comprobar «{check}»',
  permission: '{step}: falta el permiso {permission}',
  credential: '{step}: se rechaza la credencial de {cloud}',
  connection: '{step}: {cloud} no está conectado',
  key: 'No hay ninguna clave prevista',
  keyPolicy: 'No se indicó la directiva de clave de Adobe',
  keyRefused: 'La clave prevista no se puede usar',
  notStartable: 'No se puede iniciar ningún proceso',
  noTrackApplies: 'Ninguna de las vías elegidas corresponde a la organización',
  notChecked: 'Keyway no consiguió comprobar la organización tras varios intentos',
  clouds: { azure: 'Azure', adobe: 'Adobe', aws: 'AWS' },
};
