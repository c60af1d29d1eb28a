/** The people of the sandbox's sign-in page, as they are listed there. */
export const PEOPLE = {
  paula: 'Paula Owner',
  omar: 'Omar Operator',
  ana: 'Ana Approver',
  aud: 'Aud Auditor',
} as const;

export type PersonName = keyof typeof PEOPLE;
