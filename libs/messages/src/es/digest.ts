/** The mail that says what came into an inbox, and what a chat is sent. */

export const digest = {
  subject: '{count, plural, one {# aviso nuevo} other {# avisos nuevos}} en su bandeja de Keyway',
  item: '- {title} ({at})',
  more: '{count, plural, one {y # más} other {y # más}}',
  inbox: 'Abra su bandeja:',
  settings: 'Usted eligió recibir este correo. Para cambiarlo o desactivarlo:',
  chatTitle: '{count, plural, one {# aviso nuevo} other {# avisos nuevos}} en Keyway',
  chatItem: '{title} ({at})',
  chatOpen: 'Abrir Keyway',
  chatTest: 'Mensaje de prueba de Keyway: este chat está conectado.',
};
