/**
 * The demo's people. The provider states their role; what it allows is the product's business.
 */
export type Role = 'OWNER' | 'OPERATOR' | 'APPROVER' | 'AUDITOR';

export interface Person {
  sub: string;
  name: string;
  email: string;
  role: Role;
  /** Signs in for the organizations only that name them as an approver. */
  limited?: boolean;
}

const person = (sub: string, name: string, role: Role): Person => ({
  sub,
  name,
  role,
  email: `${sub}@northwind-partners.test`,
});

export const people: Person[] = [
  person('paula', 'Paula Owner', 'OWNER'),
  person('omar', 'Omar Operator', 'OPERATOR'),
  person('ana', 'Ana Approver', 'APPROVER'),
  person('aud', 'Aud Auditor', 'AUDITOR'),
  {
    ...person('carla', 'Carla Customer-Approver', 'APPROVER'),
    email: 'carla@customer.test',
    limited: true,
  },
];
