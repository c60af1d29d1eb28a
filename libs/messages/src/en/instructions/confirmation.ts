export const confirmation = {
  noStatus: 'Adobe gives no status and no date for this; only Customer Care’s answer counts.',
  record: 'When it comes, record who confirmed it, when, and the text of the answer.',
};
