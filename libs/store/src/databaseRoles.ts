/** The roles a transaction acts as. They own nothing and bypass nothing; each has the policies and rights of what it is for. */
export interface DatabaseRoles {
  /** Sees one partner's rows. */
  app: string;
  /** Sees the rows of some of a partner's organizations. */
  limited: string;
  /** Sees everything: the worker, and finding out who somebody is. */
  system: string;
}

export const SHARED_ROLES: DatabaseRoles = { app: 'keyway_app', limited: 'keyway_limited', system: 'keyway_system' };
