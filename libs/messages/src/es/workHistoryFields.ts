export const workLabels = {
  dueAt: 'Fecha límite',
  mentions: 'Mencionados',
  owner: 'Responsable',
  'commentAdded.text': 'Comentario',
} as const;
