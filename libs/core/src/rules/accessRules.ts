/** Access on Azure: roles, consent, network and Managed HSM. */
import type { RuleTable } from './rule.ts';

export const ACCESS_RULES = {
  'RB-01': {
    title: "GUIDs of Azure's roles for keys",
    proof: ['documented'],
    sources: ['KVG/rbac-guide.md'],
  },
  'RB-02': {
    title: 'Roles are compared by GUID, not by name',
    proof: ['documented'],
    sources: ['KVG/rbac-guide.md'],
  },
  'RB-03': {
    title: "The role's data actions are read, wrap and unwrap of keys",
    proof: ['documented', 'inferred'],
    sources: ['AZ/mysql-customer-managed-keys'],
  },
  'RB-04': {
    title: 'With access policies the equivalent is get, wrapKey and unwrapKey',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/alert-resolution-reference.md',
      'AEP/customer-managed-keys/overview.md',
    ],
  },
  'RB-05': {
    title: 'A role has no effect on a vault with access policies',
    proof: ['documented'],
    sources: ['KVG/rbac-guide.md'],
  },
  'RB-06': {
    title: 'Inherited assignments count; deny assignments win over every role',
    proof: ['documented', 'inferred'],
    sources: ['KVG/rbac-access-policy.md'],
  },
  'RB-07': {
    title: "A service principal created again has a new object ID; old assignments don't apply",
    proof: ['documented'],
    sources: [
      'AZ/articles/role-based-access-control/troubleshooting.md',
      'AEP/customer-managed-keys/azure/alert-resolution-reference.md',
    ],
  },
  'CON-01': {
    title: "Signing in by Adobe's URL creates the service principal",
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/api-set-up.md',
      'AZ/includes/entra-msi-cross-tenant-cmk-overview.md',
    ],
  },
  'CON-02': {
    title: "Microsoft's admin consent URL is the fallback",
    proof: ['documented'],
    sources: ['ENTRA/grant-admin-consent.md'],
  },
  'CON-03': {
    title: 'The service principal can be created by command or by Graph',
    proof: ['documented'],
    sources: ['ENTRA/grant-admin-consent.md'],
  },
  'CON-04': {
    title: "A tenant's policy may require an admin's consent",
    proof: ['documented'],
    sources: ['AZ/includes/entra-msi-cross-tenant-cmk-overview.md'],
  },
  'CON-05': {
    title: 'The redirect carries a code that is never asked for or logged',
    proof: ['inferred'],
    sources: [],
  },
  'CON-06': {
    title: 'Under `common` a guest consents in the home tenant',
    proof: ['inferred'],
    sources: [],
  },
  'NET-01': {
    title: 'New vaults are open to the public network',
    proof: ['documented'],
    sources: ['KVG/network-security.md'],
  },
  'NET-02': {
    title: 'A vault takes 1000 IPv4 rules and 200 network rules',
    proof: ['documented'],
    sources: ['KVG/network-security.md'],
  },
  'NET-03': {
    title: 'Trusted services pass also where public access is disabled',
    proof: ['documented'],
    sources: ['KVG/overview-vnet-service-endpoints.md'],
  },
  'NET-04': {
    title: 'A network security perimeter overrides the bypass of trusted services',
    proof: ['documented'],
    sources: ['KVG/overview-vnet-service-endpoints.md'],
  },
  'NET-05': {
    title: 'An IP rule has no effect where public access is disabled',
    proof: ['inferred'],
    sources: ['KVG/network-security.md', 'AEP/customer-managed-keys/azure/alerts-and-ip-access.md'],
  },
  'NET-06': {
    title: "Cosmos DB is not on Microsoft's list of trusted services, but said to pass",
    proof: ['conflicting'],
    sources: [
      'KVG/overview-vnet-service-endpoints.md',
      'COS/how-to-setup-customer-managed-keys.md',
    ],
  },
  'NET-07': {
    title: 'A vault reachable only by private endpoint cannot serve Cosmos DB',
    proof: ['documented'],
    sources: ['COS/how-to-setup-customer-managed-keys.md'],
  },
  'NET-08': {
    title: 'Adobe watches from one address in every region: 20.88.123.53',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/alerts-and-ip-access.md'],
  },
  'NET-09': {
    title: 'A rule may be a bare address, /32, or a wider range that covers it',
    proof: ['general', 'inferred'],
    sources: [],
  },
  'NET-10': {
    title: 'The firewall affects the data plane only; ARM keeps answering',
    proof: ['documented', 'inferred'],
    sources: ['KVG/overview-vnet-service-endpoints.md'],
  },
  'NET-11': {
    title: 'Portal users outside the allowed networks see the vault but not its keys',
    proof: ['documented'],
    sources: ['KVG/network-security.md'],
  },
  'HSM-01': {
    title: 'A Managed HSM has its own host and only HSM keys',
    proof: ['documented'],
    sources: ['KVK/about-keys.md'],
  },
  'HSM-02': {
    title: 'Soft-delete is always on for a Managed HSM; purge protection is optional',
    proof: ['documented'],
    sources: ['HSM/soft-delete-overview.md'],
  },
  'HSM-03': {
    title: "The HSM's encryption role is local and not visible in Azure RBAC",
    proof: ['documented'],
    sources: ['HSM/built-in-roles.md', 'HSM/role-management.md'],
  },
  'HSM-04': {
    title: "Assignments of one key are listed only at the key's own scope",
    proof: ['documented'],
    sources: ['HSM/role-management.md'],
  },
  'HSM-05': {
    title: 'HSM rotation needs a policy and raises no events',
    proof: ['documented'],
    sources: ['HSM/key-rotation.md'],
  },
  'HSM-06': {
    title: 'The HSM firewall takes 10 IPv4 rules',
    proof: ['documented'],
    sources: ['HSM/configure-network-security.md'],
  },
  'HSM-07': {
    title: 'Writes to a multi-region HSM take up to 6 minutes to replicate',
    proof: ['documented'],
    sources: ['HSM/multi-region-replication.md'],
  },
  'HSM-08': {
    title: "Subscription owners have no rights to an HSM's keys by default",
    proof: ['documented'],
    sources: ['HSM/access-control.md'],
  },
} as const satisfies RuleTable;
