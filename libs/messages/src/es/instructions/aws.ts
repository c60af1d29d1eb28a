export const aws = {
  createKey:
    'En AWS KMS, en la región de la cuenta de Adobe, cree una clave simétrica (**Encrypt and decrypt**), de una sola región y con material generado por KMS.',
  rotate:
    'Active la rotación automática (de 90 a 2560 días): está desactivada de forma predeterminada y no cambia ni el ARN ni lo que tiene Adobe.',
  addStatements:
    'Agregue a la directiva de la clave las cuatro instrucciones que muestra la página de cifrado de Adobe para esta organización. Agregue, no sobrescriba: conserve la instrucción de su propia cuenta y dé nombres distintos a los dos Sid iguales.',
  admitKeyway:
    'Cree un rol de IAM que Keyway pueda asumir para leer la clave, con la directiva de confianza y la directiva de permisos que siguen. Si ya hay uno, compare las dos: el ID externo debe ser el mismo.',
  sendArn: 'Envíe el ARN de la clave y el ARN del rol a quien le dio este enlace: los introducirá.',
  sendKeyArn: 'Envíe el ARN de la clave a quien le dio este enlace: lo introducirá.',
  attestKey:
    'Declare este paso con el ARN de la clave (por ejemplo, `arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`; no un alias) como referencia.',
  provideArn:
    'Copie el ARN de la clave (por ejemplo, `arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`; no un alias) y {byLink, select, true {envíelo al partner que le envió este enlace} other {indíquelo aquí}}. Keyway lee entonces la clave.',
  providePolicy:
    'Copie la directiva completa de la clave de la página de cifrado de Adobe, con sus comentarios, y {byLink, select, true {envíela al partner que le envió este enlace} other {indíquela aquí}}. Los scripts de abajo contienen entonces sus instrucciones.',
  attestPolicy: 'Declare este paso con lo que comparó, instrucción por instrucción.',
  submit:
    'Esto no se puede deshacer. En Adobe abra **Administración > Cifrado**, escriba **Configuration name** y **KMS key ARN**, y seleccione **Save** una sola vez.',
  attestSubmission:
    'Declare este paso con el nombre de la configuración como referencia y escriba el ID de organización de IMS {imsOrgId}.',
  waitForAdobe:
    'Espere hasta que la página de Adobe muestre la clave en uso, normalmente en 24 horas, y declare lo que vio.',
  askForConfirmation:
    'Adobe documenta la clave de Journey Optimizer solo en Azure. Pida al equipo de cuenta que confirme por escrito que está en vigor en AWS.',
  attestConfirmation: 'Declare este paso con su mensaje como referencia.',
};
