/** What can never be undone, shown before approving or submitting; by rule. */
export const irreversible = {
  'IRR-01': 'Once the key is set up, this organization can never go back to keys managed by Adobe.',
  'IRR-02': 'The vault’s purge protection and soft-delete can never be turned off again.',
  'IRR-03':
    'How many days a deleted vault or key is kept was chosen when the vault was created and can’t be changed.',
  'IRR-04':
    'Setup happens once. No way to change the vault or the key’s name afterwards is documented; both are permanent.',
  'IRR-05':
    'If the key is lost, disabled or withdrawn afterwards, Adobe may delete all data of this organization.',
  'IRR-06': 'Nobody can restore a purged key or vault, neither Microsoft nor Adobe.',
  'IRR-07':
    'If Adobe’s application is deleted from the tenant, Adobe loses access, and only Adobe can restore it.',
  'IRR-08':
    'A key’s type and size are fixed. No remedy for a wrong choice after submission is documented.',
};

/** On AWS, where the others are about Azure's vaults and tenants. */
export const irreversibleOnAws = {
  'IRR-01': irreversible['IRR-01'],
  'IRR-04':
    'Setup happens once. No way to change the key afterwards is documented; it is permanent.',
  'IRR-05': irreversible['IRR-05'],
  'IRR-08': irreversible['IRR-08'],
};
