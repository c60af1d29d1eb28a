/** How long things take, and what cannot be undone. */
import type { RuleId } from '@keyway/core';

export const timingRules = {
  'TM-01': 'Un cambio del firewall tarda hasta 10 minutos',
  'TM-02': 'Una asignación de rol tarda hasta 10 minutos; en grupos de administración, horas',
  'TM-03': 'Una regla de red virtual tarda hasta 15 minutos',
  'TM-04': 'El trabajo de Adobe tarda de minutos a un día; los documentos discrepan',
  'TM-05': 'La revocación llega a los almacenes principales en un plazo de minutos a 24 horas',
  'TM-06': 'La revocación llega a los almacenes de caché en 7 días',
  'TM-07': 'Volver a habilitar tarda tanto como revocar',
  'TM-08': 'Las cifras de la versión beta ya no valen',
  'TM-09': 'Los registros de auditoría de Key Vault llegan en 10 minutos',
  'TM-10': 'Storage busca una versión nueva de la clave una vez al día',
  'TM-11': 'Cosmos DB deja de usar la versión anterior en 24 horas',
  'TM-12': 'KeyNearExpiry se genera 30 días antes de la expiración de forma predeterminada',
  'TM-13': 'El token de Adobe dura 24 horas',
  'TM-14': 'Tras una alerta de clase de purga, la purga sigue el SLA del cliente',
  'TM-15': 'El caso de CJA no tiene un plazo indicado',
  'TM-16': 'Un examen de Azure Policy tarda hasta 24 horas',
  'TM-17': 'Una clave de AWS deshabilitada se nota en unos 5 minutos',
  'TM-18':
    'Consultas: 30 s durante 5 minutos, 2 min hasta 1 hora y después 10 min; nunca hay error por tiempo',
  'IRR-01': 'Una organización nunca puede volver a las claves propias de Adobe',
  'IRR-02': 'La protección contra purga y la eliminación temporal no se pueden desactivar',
  'IRR-03': 'La retención de un almacén no se puede cambiar después',
  'IRR-04': 'Ninguna llamada documentada cambia el almacén ni el nombre de la clave',
  'IRR-05': 'Perder la clave puede llevar a Adobe a purgar todos los datos',
  'IRR-06': 'Nadie puede recuperar una clave o un almacén purgados',
  'IRR-07': 'Solo Adobe puede restaurar el registro de su aplicación',
  'IRR-08': 'El tipo y el tamaño de una clave son fijos',
  'IRR-09': 'Cada acción irreversible se indica, se confirma por escrito y se registra',
} satisfies Partial<Record<RuleId, string>>;
