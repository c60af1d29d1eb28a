/** Labels of what history holds of work on runs; as `historyFields.ts`, which spreads them. */
export const workLabels = {
  dueAt: 'Due',
  foundAt: 'Found',
  lostSince: 'Missing after',
  mentions: 'Mentioned',
  owner: 'Assigned to',
  'commentAdded.text': 'Comment',
} as const;
