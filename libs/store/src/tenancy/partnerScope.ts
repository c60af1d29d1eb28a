/**
 * The application's own net against foreign rows, beside the row-level policies: every statement
 * for a partner names the partner and, where the viewer is limited, the organizations. Either net
 * alone has to hold; tests take the other one away.
 */
import type { Scope } from '../database/database.ts';
import type { OpenStoreOptions, PartnerScope } from '../store.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** What is no UUID is nobody's id. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** Collects a statement's parameters. */
export class Parameters {
  readonly values: unknown[] = [];
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export class Visibility {
  readonly scope: PartnerScope;
  private readonly isolation: NonNullable<OpenStoreOptions['isolation']>;

  constructor(scope: PartnerScope, isolation: NonNullable<OpenStoreOptions['isolation']>) {
    const organizationIds = scope.organizationIds?.filter(isUuid) ?? null;
    this.scope = { partnerId: scope.partnerId, organizationIds };
    this.isolation = isolation;
  }

  /** What transactions of this viewer are opened with. */
  get transactionScope(): Scope {
    return this.isolation === 'filters' ? 'system' : this.scope;
  }

  /** SQL that holds for the viewer's rows. `organizationColumn` null: rows of the partner alone. */
  condition(
    parameters: Parameters,
    alias: string,
    organizationColumn: string | null = 'organization_id',
  ): string {
    if (this.isolation === 'policies') return 'true';
    const partner = `${alias}.partner_id = ${parameters.add(this.scope.partnerId)}::uuid`;
    if (!organizationColumn || !this.scope.organizationIds) return partner;
    return `${partner} and ${alias}.${organizationColumn} = any (${parameters.add(this.scope.organizationIds)}::uuid[])`;
  }

  /**
   * SQL that holds for tokens and members that see nothing which the viewer does not see; in the
   * query, so that pages of tokens are full and end where they say.
   */
  tokenCondition(parameters: Parameters, alias: string): string {
    if (this.isolation === 'policies' || !this.scope.organizationIds) return 'true';
    return `not ${alias}.every_organization and ${alias}.organization_ids <@ ${parameters.add(this.scope.organizationIds)}::uuid[]`;
  }

  sees(partnerId: string, organizationId: string): boolean {
    if (this.isolation === 'policies') return true;
    const { scope } = this;
    return (
      partnerId === scope.partnerId &&
      (!scope.organizationIds || scope.organizationIds.includes(organizationId))
    );
  }
}
