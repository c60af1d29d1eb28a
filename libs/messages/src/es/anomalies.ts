import type { AnomalyCode } from '@keyway/core';

export const anomalies = {
  statusNotRead:
    'El estado de Adobe no se pudo leer varias veces seguidas: {answer}. Se muestra el último estado que se leyó.',
  statusWentBack: 'El estado de Adobe retrocedió de {from} a {to}.',
  otherConfiguration:
    'La respuesta de Adobe para {name} nombra la organización {imsOrgId} y la clave {key}, que no son lo que se envió.',
  foundBefore:
    'Adobe ya tenía una configuración llamada {name} para esta clave antes de este envío. Se usa esa configuración, y no se envió nada.',
  blockedAfterTicket:
    'Se volvió a leer todo después de registrar el caso y esto ya no se cumple: {checks}. Corríjalo o comunique la diferencia a Adobe Customer Care.',
  attestedButChanged:
    '{by} declaró que la configuración se guardó, y los datos leídos entonces no son los que se aprobaron{steps, select, none {} other {: {steps}}}. El envío no cuenta. Revise la página de Adobe: si la clave está ahí, corrija lo que cambió, solicite la aprobación y declárelo de nuevo.',
  changedAfterAttestation:
    'El proceso cambió después de que se declarara su envío. Desde entonces ya no están hechos: {steps}.',
} satisfies Record<Exclude<AnomalyCode, 'stored'>, string>;

export const namedCheck = '«{title}»{observed, select, none {} other {: {observed}}}';
