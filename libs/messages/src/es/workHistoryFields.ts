export const workLabels = {
  dueAt: 'Fecha límite',
  foundAt: 'Se detectó',
  lostSince: 'Falta desde',
  mentions: 'Mencionados',
  owner: 'Responsable',
  'commentAdded.text': 'Comentario',
} as const;
