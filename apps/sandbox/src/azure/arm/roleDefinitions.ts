/**
 * The built-in roles that matter to the set-up, with their GUIDs (RB-01) and what they permit.
 */
export interface RoleDefinition {
  guid: string;
  roleName: string;
  actions: string[];
  dataActions: string[];
}

const KEYS = 'Microsoft.KeyVault/vaults/keys';

export const CRYPTO_SERVICE_ENCRYPTION_USER = 'e147488a-f6f5-4113-8e2d-b22465e65bf6';

export const roleDefinitions: RoleDefinition[] = [
  {
    guid: CRYPTO_SERVICE_ENCRYPTION_USER,
    roleName: 'Key Vault Crypto Service Encryption User',
    actions: [
      'Microsoft.EventGrid/eventSubscriptions/write',
      'Microsoft.EventGrid/eventSubscriptions/read',
      'Microsoft.EventGrid/eventSubscriptions/delete',
    ],
    dataActions: [`${KEYS}/read`, `${KEYS}/wrap/action`, `${KEYS}/unwrap/action`],
  },
  {
    guid: '12338af0-0e69-4776-bea7-57ae8d297424',
    roleName: 'Key Vault Crypto User',
    actions: [],
    dataActions: [
      'read',
      'update/action',
      'backup/action',
      'encrypt/action',
      'decrypt/action',
      'wrap/action',
      'unwrap/action',
      'sign/action',
      'verify/action',
    ].map((name) => `${KEYS}/${name}`),
  },
  {
    guid: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
    roleName: 'Key Vault Crypto Officer',
    actions: [],
    dataActions: [`${KEYS}/*`, 'Microsoft.KeyVault/vaults/keyrotationpolicies/*'],
  },
  {
    guid: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
    roleName: 'Key Vault Administrator',
    actions: [],
    dataActions: ['Microsoft.KeyVault/vaults/*'],
  },
  {
    guid: '21090545-7ca7-4776-b22c-e363652d74d2',
    roleName: 'Key Vault Reader',
    actions: ['Microsoft.KeyVault/vaults/read', 'Microsoft.KeyVault/deletedVaults/read'],
    dataActions: [
      'Microsoft.KeyVault/vaults/*/read',
      'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
    ],
  },
  {
    guid: 'f25e0fa2-a7c8-4377-a976-54943a77a395',
    roleName: 'Key Vault Contributor',
    actions: ['Microsoft.KeyVault/*'],
    dataActions: [],
  },
  {
    guid: '8b54135c-b56d-4d72-a534-26097cfdc8d8',
    roleName: 'Key Vault Data Access Administrator',
    actions: [
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignments/delete',
    ],
    dataActions: [],
  },
  {
    guid: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
    roleName: 'Reader',
    actions: ['*/read'],
    dataActions: [],
  },
  {
    guid: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
    roleName: 'Contributor',
    actions: ['*'],
    dataActions: [],
  },
  {
    guid: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
    roleName: 'Owner',
    actions: ['*'],
    dataActions: [],
  },
];

export function roleDefinitionJson(role: RoleDefinition, scope: string): Record<string, unknown> {
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleDefinitions/${role.guid}`,
    type: 'Microsoft.Authorization/roleDefinitions',
    name: role.guid,
    properties: {
      roleName: role.roleName,
      type: 'BuiltInRole',
      description: role.roleName,
      assignableScopes: ['/'],
      permissions: [
        {
          actions: role.actions,
          notActions: [],
          dataActions: role.dataActions,
          notDataActions: [],
        },
      ],
    },
  };
}
