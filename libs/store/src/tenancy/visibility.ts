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
}

export class Visibility {
  readonly scope: PartnerScope;

  constructor({ partnerId, organizationIds }: PartnerScope) {
    this.scope = { partnerId, organizationIds: organizationIds?.filter(isUuid) ?? null };
  }

  /** SQL for rows that the viewer sees. */
  condition(parameters: Parameters, alias: string, organizationColumn = 'organization_id'): string {
    const { partnerId, organizationIds } = this.scope;
    const partner = `${alias}.partner_id = ${parameters.add(partnerId)}::uuid`;
    if (!organizationIds) return partner;
    const listed = parameters.add(organizationIds);
    return `${partner} and ${alias}.${organizationColumn} = any (${listed}::uuid[])`;
  }

  /** For Prisma: rows that the viewer sees. */
  where(): { partnerId?: string; organizationId?: { in: string[] } } {
    const { partnerId, organizationIds } = this.scope;
    return organizationIds
      ? { partnerId, organizationId: { in: [...organizationIds] } }
      : { partnerId };
  }

  /** For Prisma: rows of the partner itself. */
  wherePartner(): { partnerId?: string } {
    return { partnerId: this.scope.partnerId };
  }

  /** Whether a token or member sees no organization which the viewer doesn't see. */
  seesAllOf(other: { everyOrganization: boolean; organizationIds: readonly string[] }): boolean {
    const { organizationIds } = this.scope;
    if (!organizationIds) return true;
    return (
      !other.everyOrganization && other.organizationIds.every((id) => organizationIds.includes(id))
    );
  }

  sees(partnerId: string, organizationId: string): boolean {
    const { scope } = this;
    return (
      partnerId === scope.partnerId &&
      (!scope.organizationIds || scope.organizationIds.includes(organizationId))
    );
  }
}
