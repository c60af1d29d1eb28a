/**
 * Everything the emulated clouds know, in one place, restored from the journal at start. Handlers
 * read and replace records here; the server commits them together with the ledger row of the call.
 */
import type { AwsCustomer, KmsKey } from './awsRecords.ts';
import type { ApplicationCredentials } from './applicationCredentials.ts';
import { Collection } from './collection.ts';
import { Journal } from './journal.ts';
import type {
  Configuration,
  Customer,
  DenyAssignment,
  DiagnosticSetting,
  Fault,
  HsmAssignment,
  Key,
  LedgerRow,
  Lock,
  PlannedChange,
  RoleAssignment,
  ServicePrincipal,
  Subscription,
  Tenant,
  Vault,
} from './records.ts';

/** The tenant in which Adobe's applications are registered; nobody's subscription lives there. */
export const ADOBE_TENANT = 'ad0be000-0000-4000-8000-000000000001';

/**
 * The directory in which the person who consents under `common` is at home: not the customer's
 * (AEP-25, CON-06).
 */
export const PARTNER_TENANT = 'c0ffee00-0000-4000-8000-000000000002';

export class World {
  readonly customers: Collection<Customer>;
  readonly tenants: Collection<Tenant>;
  readonly applicationCredentials: Collection<ApplicationCredentials>;
  readonly subscriptions: Collection<Subscription>;
  readonly vaults: Collection<Vault>;
  readonly keys: Collection<Key>;
  readonly principals: Collection<ServicePrincipal>;
  readonly assignments: Collection<RoleAssignment>;
  readonly denials: Collection<DenyAssignment>;
  readonly locks: Collection<Lock>;
  readonly diagnosticSettings: Collection<DiagnosticSetting>;
  readonly hsmAssignments: Collection<HsmAssignment>;
  readonly configurations: Collection<Configuration>;
  readonly awsCustomers: Collection<AwsCustomer>;
  readonly kmsKeys: Collection<KmsKey>;
  readonly plannedChanges: Collection<PlannedChange>;
  readonly faults: Collection<Fault>;
  readonly ledger: Collection<LedgerRow>;
  private readonly journal: Journal;

  /** @param file Where the state is kept between starts. */
  constructor(file: string) {
    const journal = new Journal(file);
    this.journal = journal;
    this.customers = new Collection(journal, 'customer', (customer) => customer.tenantId);
    this.tenants = new Collection(journal, 'tenant');
    this.applicationCredentials = new Collection(
      journal,
      'applicationCredentials',
      (credentials) => credentials.tenantId,
    );
    this.subscriptions = new Collection(
      journal,
      'subscription',
      (subscription) => subscription.tenantId,
    );
    this.vaults = new Collection(journal, 'vault', (vault) => vault.subscriptionId);
    this.keys = new Collection(journal, 'key', (key) => key.vault);
    this.principals = new Collection(journal, 'principal', (principal) => principal.tenantId);
    this.assignments = new Collection(
      journal,
      'assignment',
      (assignment) => assignment.subscriptionId,
    );
    this.denials = new Collection(journal, 'denial', (denial) => denial.subscriptionId);
    this.locks = new Collection(journal, 'lock', (lock) => lock.subscriptionId);
    this.diagnosticSettings = new Collection(
      journal,
      'diagnosticSetting',
      (setting) => setting.vault,
    );
    this.hsmAssignments = new Collection(journal, 'hsmAssignment', (assignment) => assignment.hsm);
    this.configurations = new Collection(
      journal,
      'configuration',
      (configuration) => configuration.imsOrgId,
    );
    this.awsCustomers = new Collection(journal, 'awsCustomer', ({ roleArn }) => roleArn);
    this.kmsKeys = new Collection(journal, 'kmsKey', (key) => key.account);
    this.plannedChanges = new Collection(journal, 'plannedChange');
    this.faults = new Collection(journal, 'fault');
    this.ledger = new Collection(journal, 'ledger');
    this.restore();
  }

  /** Makes what the current call changed durable. */
  commit(): void {
    this.journal.commit();
  }

  /**
   * Forgets every customer, fault and ledger row; the two directories that belong to nobody stay.
   */
  reset(): void {
    for (const collection of this.collections())
      for (const { id } of collection.changes()) collection.restore(id, null);
    this.addFixedTenants();
    this.journal.compact(this.holding());
  }

  close(): void {
    this.journal.close();
  }

  /** The customer that owns a tenant, if it is one laid out by a scenario. */
  customerOfTenant(tenantId: string): Customer | undefined {
    return this.customers.group(tenantId)[0];
  }

  customerOfSubscription(subscriptionId: string): Customer | undefined {
    const subscription = this.subscriptions.get(subscriptionId);
    return subscription && this.customerOfTenant(subscription.tenantId);
  }

  /** Whose role it is that Keyway assumes. */
  awsCustomerOfRole(roleArn: string): AwsCustomer | undefined {
    return this.awsCustomers.group(roleArn)[0];
  }

  principal(tenantId: string, appId: string): ServicePrincipal | undefined {
    return this.principals.get(`${tenantId}/${appId}`);
  }

  /** A vault or HSM that is not deleted. */
  vault(name: string): Vault | undefined {
    const vault = this.vaults.get(name);
    return vault?.deletedAt ? undefined : vault;
  }

  /** A key that is not deleted. */
  key(vault: string, name: string): Key | undefined {
    const key = this.keys.get(`${vault}/${name}`);
    return key?.deletedAt ? undefined : key;
  }

  /** Appends to the ledger; rows keep the order in which they were accepted. */
  enterLedger(row: LedgerRow): void {
    this.ledger.put(String(this.ledger.size + 1).padStart(9, '0'), row);
  }

  private collections(): Collection<unknown>[] {
    return [
      this.customers,
      this.tenants,
      this.applicationCredentials,
      this.subscriptions,
      this.vaults,
      this.keys,
      this.principals,
      this.assignments,
      this.denials,
      this.locks,
      this.diagnosticSettings,
      this.hsmAssignments,
      this.configurations,
      this.awsCustomers,
      this.kmsKeys,
      this.plannedChanges,
      this.faults,
      this.ledger,
    ] as Collection<unknown>[];
  }

  private holding() {
    return this.collections().flatMap((collection) => collection.changes());
  }

  private restore(): void {
    const byKind = new Map(this.collections().map((collection) => [collection.kind, collection]));
    for (const { kind, id, value } of this.journal.read()) byKind.get(kind)?.restore(id, value);
    this.addFixedTenants();
    this.journal.compact(this.holding());
  }

  private addFixedTenants(): void {
    this.tenants.restore(ADOBE_TENANT, { tenantId: ADOBE_TENANT, displayName: 'Adobe' });
    this.tenants.restore(PARTNER_TENANT, {
      tenantId: PARTNER_TENANT,
      displayName: 'Northwind Partners',
    });
  }
}
