export const key = {
  needRole: 'Necesita el rol **{role}** en {vault}; crear un almacén no lo otorga.',
  unfit:
    '{key} existe y no se puede corregir: el tipo y el tamaño de una clave no se pueden cambiar. Cree otra y {byLink, select, true {envíe su identificador al partner que le envió este enlace} other {indique aquí su identificador}}.',
  create:
    'Abra {vault} > **Claves > Generar o importar** y cree {key, select, none {una clave} other {{key}}}: tipo **RSA** o **RSA-HSM**, tamaño **3072** o **4096**.',
  exists:
    'Abra {vault} > **Claves** > {key}. Ya existe: no la cree de nuevo, porque se crearía una versión nueva.',
  operations: 'Operaciones permitidas: al menos **Encapsular clave** y **Desencapsular clave**.',
  dates:
    'Habilitada y sin fecha de activación futura. Sin fecha de expiración, o con ella y una directiva de rotación.',
  copy: 'Abra la versión actual, copie **Identificador de clave** y {byLink, select, true {compruebe que es el de abajo; si no, envíelo al partner que le envió este enlace} other {indíquelo aquí}}. El nombre y el almacén son definitivos.',
};
