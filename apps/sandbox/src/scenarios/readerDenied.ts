import { scenario } from './scenario.ts';

export const readerDenied = scenario(
  'The customer did not give the reader the right to see vaults.',
  ({ customer }) => {
    customer.deny = [...customer.deny, 'Microsoft.KeyVault/vaults/read'];
  },
);
