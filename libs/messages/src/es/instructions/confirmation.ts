export const confirmation = {
  noStatus: 'Adobe no ofrece estado ni plazo para esto; solo cuenta la respuesta de Customer Care.',
  record: 'Cuando llegue, registre quién confirmó, cuándo y el texto de la respuesta.',
};
