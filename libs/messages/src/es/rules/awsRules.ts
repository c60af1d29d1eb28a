/** AWS, and other Adobe products by contrast. */
import type { RuleId } from '@keyway/core';

export const awsRules = {
  'AWS-01': 'AWS tiene una región, VA6, con disponibilidad limitada',
  'AWS-02': 'La clave de AWS es simétrica, de una sola región y está en la región de Adobe',
  'AWS-03': 'Otra región deja los datos inaccesibles',
  'AWS-04': 'Las cuatro instrucciones de Adobe se agregan a la directiva de la clave',
  'AWS-05': 'La directiva de la clave se combina, nunca se sobrescribe',
  'AWS-06': 'La primera instrucción de Adobe necesita un Sid propio',
  'AWS-07': 'Los ID de cuenta proceden de la página de la organización',
  'AWS-08': 'La advertencia del asistente se refiere a sus propias cuentas, no a las de Adobe',
  'AWS-09':
    'El nombre de la configuración y el ARN de la clave se introducen en la página de Adobe',
  'AWS-10': 'Solo se acepta el ARN de una clave de una sola región',
  'AWS-11': 'La configuración tarda menos de un día',
  'AWS-12': 'Es contradictorio si la revocación en AWS se puede deshacer',
  'AWS-13': 'CJA depende de sus instrucciones en la directiva de la clave',
  'AWS-14': 'AWS se configura solo en la página de Adobe',
  'AWS-15': 'Una eliminación programada en KMS se puede cancelar hasta su fecha, no después',
  'OTH-01': 'Real-Time CDP usa el mismo mecanismo',
  'OTH-02': 'Attribution AI usa la misma configuración',
  'OTH-03': 'AEM tiene un proceso y roles propios',
  'OTH-04': 'Campaign usa AWS KMS con cifras propias',
  'OTH-05': 'Marketo no documenta CMK',
} satisfies Partial<Record<RuleId, string>>;
