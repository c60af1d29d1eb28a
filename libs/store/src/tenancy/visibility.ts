/**
 * The application's filters against foreign rows. PostgreSQL's row-level policies filter as well;
 * each must suffice alone, and `isolation.test.ts` takes away one at a time.
 */
import { isGuid } from '@keyway/core';
import type { Parameters } from '../database/parameters.ts';

/** An ID that isn't a UUID belongs to nothing; PostgreSQL would fail on it. */
export const isUuid = isGuid;

/** `organizationIds` null: every organization of the partner. */
export interface PartnerScope {
  partnerId: string;
  organizationIds: readonly string[] | null;
  /** `MEMBER:{id}` and the like: who asks, for rows that are theirs alone. */
  viewer?: string;
}

export class Visibility {
  readonly scope: PartnerScope;

  constructor({ organizationIds, ...scope }: PartnerScope) {
    this.scope = { ...scope, organizationIds: organizationIds?.filter(isUuid) ?? null };
  }

  /** SQL for rows that the viewer sees. */
  condition(parameters: Parameters, alias: string, organizationColumn = 'organization_id'): string {
    return this.#seen(parameters, alias, organizationColumn);
  }

  #seen(parameters: Parameters, alias: string, organizationColumn: string): string {
    const { organizationIds } = this.scope;
    const partner = this.#partner(parameters, alias);
    if (!organizationIds) return partner;
    const listed = parameters.add(organizationIds);
    return `${partner} and ${alias}.${organizationColumn} = any (${listed}::uuid[])`;
  }

  #partner(parameters: Parameters, alias: string): string {
    return `${alias}.partner_id = ${parameters.add(this.scope.partnerId)}::uuid`;
  }

  /** SQL for tokens and members that see no organization which the viewer doesn't see. */
  granteeCondition(parameters: Parameters, alias: string): string {
    const { organizationIds } = this.scope;
    const partner = this.#partner(parameters, alias);
    if (!organizationIds) return partner;
    const seen = `${alias}.organization_ids <@ ${parameters.add(organizationIds)}::uuid[]`;
    return `${partner} and not ${alias}.every_organization and ${seen}`;
  }

  /** SQL for policies: the viewer's organizations' own, and the partner's. */
  policyCondition(parameters: Parameters, alias: string): string {
    const { organizationIds } = this.scope;
    const partner = this.#partner(parameters, alias);
    if (!organizationIds) return partner;
    const own = `${alias}.organization_id = any (${parameters.add(organizationIds)}::uuid[])`;
    return `${partner} and (${alias}.organization_id is null or ${own})`;
  }

  /** SQL for bulk jobs: viewers of some organizations see those that they started. */
  starterCondition(parameters: Parameters, alias: string): string {
    const { organizationIds, viewer } = this.scope;
    const partner = this.#partner(parameters, alias);
    if (!organizationIds) return partner;
    return `${partner} and ${alias}.starter = ${parameters.add(viewer ?? null)}::text`;
  }

  /**
   * SQL for saved views: one's own, and those that were shared by somebody who saw no organization
   * that the viewer doesn't see.
   */
  savedViewCondition(parameters: Parameters, alias: string): string {
    const { organizationIds } = this.scope;
    const partner = this.#partner(parameters, alias);
    const mine = this.#mine(parameters, alias);
    if (!organizationIds) return `${partner} and (${alias}.shared or ${mine})`;
    const seen = `${alias}.organization_ids <@ ${parameters.add(organizationIds)}::uuid[]`;
    const within = `not ${alias}.every_organization and ${seen}`;
    return `${partner} and case when ${alias}.shared then ${within} else ${mine} end`;
  }

  /** SQL for rows of the person who asks. */
  personCondition(parameters: Parameters, alias: string): string {
    return `${this.#partner(parameters, alias)} and ${this.#mine(parameters, alias)}`;
  }

  /** SQL for the inbox of the person who asks: about organizations that they see now. */
  inboxCondition(parameters: Parameters, alias: string): string {
    return `${this.#seen(parameters, alias, 'organization_id')} and ${this.#mine(parameters, alias)}`;
  }

  #mine(parameters: Parameters, alias: string): string {
    const viewer = parameters.add(this.scope.viewer ?? null);
    return `'MEMBER:' || ${alias}.member_id = ${viewer}::text`;
  }

  /** SQL for what is the starter's alone, whatever else somebody sees. */
  ownCondition(parameters: Parameters, alias: string): string {
    const own = `${alias}.starter = ${parameters.add(this.scope.viewer ?? null)}::text`;
    return `${this.condition(parameters, alias)} and ${own}`;
  }

  /** SQL for rows about who has access to the partner, which viewers of some of it don't see. */
  accessCondition(parameters: Parameters, alias: string): string {
    return this.scope.organizationIds ? 'false' : this.#partner(parameters, alias);
  }

  /** For Prisma: rows of the partner itself. */
  wherePartner(): { partnerId?: string } {
    return { partnerId: this.scope.partnerId };
  }

  sees(partnerId: string, organizationId: string): boolean {
    const { scope } = this;
    return (
      partnerId === scope.partnerId &&
      (!scope.organizationIds || scope.organizationIds.includes(organizationId))
    );
  }
}
