/** Two people of a product under test: one who asks and one who approves. */
import { patientClient, type PatientClient } from './patientClient.ts';
import type { Product } from './product.ts';

export async function people(product: Product): Promise<{ operator: PatientClient; approver: PatientClient }> {
  const owner = patientClient(product.url, product.token);
  const make = async (name: string, role: string, scopes: string[]): Promise<PatientClient> => {
    const made = await owner.mutate<{ token: string }>('createApiToken', 'CreateApiTokenInput', { name, role, scopes }, 'token');
    return patientClient(product.url, made.token);
  };
  return {
    operator: await make('operator', 'OPERATOR', ['read', 'runs:write']),
    approver: await make('approver', 'APPROVER', ['read', 'approve']),
  };
}
