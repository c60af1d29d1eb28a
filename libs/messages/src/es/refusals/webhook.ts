import type { ReasonOf } from '@keyway/core';

export const webhookRefusals = {
  deliveryNotFound: 'Esta entrega no existe, o se eliminó con su webhook o por antigüedad.',
  webhookAskedMany:
    'Ya esperan {max, number} pruebas y reenvíos de este webhook. Inténtelo de nuevo cuando se hayan enviado.',
  webhookEventsEmpty: 'Elija al menos un evento. Disponibles: {events}.',
  webhookEventUnknown: '«{event}» no es un evento. Disponibles: {events}.',
  webhookNotFound: 'Este webhook no existe.',
  webhookOrganizationsEmpty:
    'Indique al menos una organización, u omita este campo para todas las organizaciones.',
  webhooksMany: 'Ya hay {max, number} webhooks. Elimine uno primero.',
  webhookUrlCredentials:
    'La dirección no puede contener nombre de usuario ni contraseña. Verifique la firma en su lugar.',
  webhookUrlFragment: 'La dirección no puede tener un fragmento (#…), que nunca se envía.',
  webhookUrlHttp:
    '{host} no está en ninguna red indicada en KEYWAY_WEBHOOK_ALLOW, y solo a esas se puede llamar por http://. Use https://, o pida a quien opera Keyway que permita su red.',
  webhookUrlInvalid:
    'Esta no es la dirección de un receptor. Ejemplo: https://hooks.example.com/keyway.',
  webhookUrlNotHttps: 'La dirección debe empezar por https://.',
  webhookUrlPrivate:
    '{host} no está en la internet pública. Use una dirección pública, o pida a quien opera Keyway que permita su red en KEYWAY_WEBHOOK_ALLOW.',
  webhookUrlTooLong:
    'La dirección tiene {length, number} caracteres; se permiten como máximo {max, number}.',
  webhookUrlUnresolved:
    'El nombre {host} no se puede resolver ahora. Las direcciones con http:// y los nombres de redes privadas deben llevar a una red indicada en KEYWAY_WEBHOOK_ALLOW. Revise el nombre, o use https:// con un nombre público.',
} satisfies Record<ReasonOf<'webhook'>, string>;
