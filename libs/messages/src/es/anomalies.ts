import type { Anomaly } from '@keyway/core';

export const anomalies = {
  statusNotRead:
    'El estado de Adobe no se pudo leer varias veces seguidas: {answer}. Se muestra el último estado que se leyó.',
  foundBefore:
    'Adobe ya tenía una configuración llamada {name} para esta clave antes de este envío. Se usa esa, y este envío no mandó nada.',
  blockedAfterTicket:
    'Se volvió a leer todo después de registrar el caso y esto ya no se cumple: {checks}. Corríjalo o comunique la diferencia a Adobe Customer Care.',
} satisfies Record<NonNullable<Anomaly['kind']>, string>;

export const namedCheck = '«{title}»{observed, select, none {} other {: {observed}}}';
