/** The people of the sandbox's sign-in page, as they are listed there. */
export const PEOPLE = {
  paula: 'Paula Owner',
  omar: 'Omar Operator',
  ana: 'Ana Approver',
  aud: 'Aud Auditor',
} as const;

/** A customer's approver there, who is no member before a story invites her. */
export const CARLA = { name: 'Carla Customer-Approver', email: 'carla@customer.test' };

export type PersonName = keyof typeof PEOPLE;
