/** Adobe's API: calls, statuses, regions, sign-in, errors and audit. */
import type { RuleTable } from './rule.ts';

export const ADOBE_API_RULES = {
  'API-01': {
    title: 'Three hosts are documented: VA7, NLD2 and AUS5',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'API-02': {
    title: 'The header x-api-key is the constant acp_provisioning',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'API-03': {
    title: 'No sandbox header is sent',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md', 'AEPL/api-authentication.md'],
  },
  'API-04': {
    title: 'The POST body has name, type, imsOrgId and configData with two fields',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'API-05': {
    title: "The POST's answer has two different status fields",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'API-06': {
    title: "The GET's answer has name, type, status, configData and IDs",
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'API-07': {
    title: "name and keyName seem swapped in Adobe's samples",
    proof: ['conflicting'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'API-08': {
    title: "subscriptionId in Adobe's answer has no dependable meaning",
    proof: ['documented', 'superseded'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'API-09': {
    title: 'Adobe keeps vault and key name, not the version; rotation needs no new submission',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'API-10': {
    title: 'No call changes, deletes or lists configurations',
    proof: ['undocumented'],
    sources: [],
  },
  'API-11': {
    title: "Older names of the key's field are never sent",
    proof: ['superseded'],
    sources: ['AEP/customer-managed-keys.md'],
  },
  'API-12': {
    title: "The beta's job object suggests that Adobe retries internally",
    proof: ['superseded'],
    sources: ['AEP/customer-managed-keys.md'],
  },
  'API-13': {
    title: "Adobe's sample commands do not run as printed",
    proof: ['documented', 'inferred'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'API-14': {
    title: 'AWS has no documented API',
    proof: ['undocumented'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'API-15': {
    title: "Adobe's keyVaultUri has no trailing slash, Azure's has one",
    proof: ['documented', 'general'],
    sources: ['AEP/customer-managed-keys/overview.md'],
  },
  'ST-01': {
    title: '`CREATED`: the job is accepted',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/api-set-up.md',
      'AEP/customer-managed-keys/azure/ui-set-up.md',
    ],
  },
  'ST-02': {
    title: '`NEW`: the configuration is created',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/api-set-up.md',
      'AEP/customer-managed-keys/azure/ui-set-up.md',
    ],
  },
  'ST-03': {
    title: '`RUNNING`: Adobe validates its access to the key',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/api-set-up.md',
      'AEP/customer-managed-keys/azure/ui-set-up.md',
    ],
  },
  'ST-04': {
    title: '`UPDATE_EXISTING_RESOURCES`: the key is added to the data stores',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/api-set-up.md',
      'AEP/customer-managed-keys/azure/ui-set-up.md',
    ],
  },
  'ST-05': {
    title: '`COMPLETED`: the key is in use; final',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/api-set-up.md',
      'AEP/customer-managed-keys/azure/ui-set-up.md',
    ],
  },
  'ST-06': {
    title: '`FAILED`: a problem with key, vault or application; final',
    proof: ['documented'],
    sources: [
      'AEP/customer-managed-keys/azure/api-set-up.md',
      'AEP/customer-managed-keys/azure/ui-set-up.md',
    ],
  },
  'ST-07': {
    title: 'Any other or missing status is unknown: polling continues, the text is shown',
    proof: ['inferred'],
    sources: [],
  },
  'ST-08': {
    title: 'The status only moves forward; a step back is reported as an anomaly',
    proof: ['inferred'],
    sources: [],
  },
  'ST-09': {
    title: '404 may mean another case of the name, another region or not yet created',
    proof: ['inferred'],
    sources: [],
  },
  'ST-10': {
    title: "Keyway needs states of its own besides Adobe's",
    proof: ['inferred'],
    sources: [],
  },
  'ST-11': {
    title: '`COMPLETED` proves the set-up, not that the key works today',
    proof: ['undocumented', 'inferred'],
    sources: [],
  },
  'REG-01': {
    title: 'VA7 is platform.adobe.io',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'REG-02': {
    title: 'NLD2 and AUS5 have hosts of their own',
    proof: ['documented'],
    sources: ['AEP/customer-managed-keys/azure/api-set-up.md'],
  },
  'REG-03': {
    title: 'CAN2 and GBR9 follow the pattern but are not confirmed',
    proof: ['undocumented'],
    sources: [],
  },
  'REG-04': { title: 'IND2 has no known host', proof: ['undocumented'], sources: [] },
  'REG-05': { title: 'VA6 is on AWS and has no host', proof: ['undocumented'], sources: [] },
  'REG-06': {
    title: 'NDL2 is a misprint of NLD2',
    proof: ['conflicting'],
    sources: ['AEPL/multi-cloud.md'],
  },
  'REG-07': {
    title: 'The region is asked of the administrator or found in audit events',
    proof: ['documented', 'inferred'],
    sources: ['AEPL/governance-privacy-security/audit-logs/api/events.md'],
  },
  'REG-08': {
    title: 'Error 403027: wrong organization, or no product profile',
    proof: ['documented'],
    sources: ['AEPL/troubleshooting.md'],
  },
  'REG-09': {
    title: 'Hosts come from an allow list, never from input',
    proof: ['inferred'],
    sources: [],
  },
  'REG-10': {
    title: "No rule ties the vault's region to Adobe's on Azure",
    proof: ['undocumented'],
    sources: [],
  },
  'AUTH-01': {
    title: 'OAuth Server-to-Server only; JWT is retired',
    proof: ['documented'],
    sources: ['AEPL/api-authentication.md'],
  },
  'AUTH-02': {
    title: 'Tokens come from IMS by client credentials; expires_in is in seconds',
    proof: ['documented'],
    sources: ['ADC/ims'],
  },
  'AUTH-03': {
    title: 'An expires_in above a million is in milliseconds',
    proof: ['documented'],
    sources: ['ADC/ims'],
  },
  'AUTH-04': {
    title: 'There is no refresh token; secrets go in the body',
    proof: ['documented'],
    sources: ['ADC/implementation'],
  },
  'AUTH-05': {
    title: 'The credential needs a product profile and the permission',
    proof: ['documented'],
    sources: ['ADC/implementation'],
  },
  'ERR-01': {
    title: "Codes of Adobe's gateway: 403010, 401013, 403000, 403003, 400003, 403025, 403027",
    proof: ['documented'],
    sources: ['AEPL/troubleshooting.md'],
  },
  'ERR-02': {
    title: 'Errors in the problem form: type, status, title, detail',
    proof: ['documented'],
    sources: ['AEPL/troubleshooting.md'],
  },
  'ERR-03': {
    title: 'Errors as errorMessage; every form, also not JSON, is read',
    proof: ['documented'],
    sources: ['AEPL/troubleshooting.md'],
  },
  'ERR-04': {
    title: '400 malformed, 401 sign-in, 403 forbidden, 404 not found, 500 retry',
    proof: ['documented'],
    sources: ['AEPL/troubleshooting.md'],
  },
  'ERR-05': {
    title: 'A gateway code begins with its HTTP status',
    proof: ['documented', 'inferred'],
    sources: ['AEPL/troubleshooting.md'],
  },
  'ERR-06': {
    title: 'No error code for CMK is documented; the raw code is shown',
    proof: ['undocumented'],
    sources: [],
  },
  'ERR-07': {
    title: '403 with a valid token: permission or entitlement is missing',
    proof: ['inferred'],
    sources: [],
  },
  'ERR-08': {
    title: 'Tokens, secrets and codes are never printed',
    proof: ['inferred'],
    sources: [],
  },
  'AUD-01': {
    title: 'Adobe keeps audit logs 365 days',
    proof: ['documented'],
    sources: ['AEPL/governance-privacy-security/audit-logs/overview.md'],
  },
  'AUD-02': {
    title: "Adobe's audit log does not list CMK",
    proof: ['documented', 'undocumented'],
    sources: ['AEPL/governance-privacy-security/audit-logs/overview.md'],
  },
  'AUD-03': {
    title: 'The audit API is documented as both GET and POST',
    proof: ['conflicting'],
    sources: ['AEPL/governance-privacy-security/audit-logs/api/events.md'],
  },
  'AUD-04': {
    title: 'Keyway keeps an append-only record of its own',
    proof: ['inferred'],
    sources: [],
  },
} as const satisfies RuleTable;
