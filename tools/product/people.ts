/** Two people of a product under test, each with a token: one requests, the other approves. */
import { graphqlClient, type GraphqlClient } from './graphqlClient.ts';

export interface People {
  operator: GraphqlClient;
  approver: GraphqlClient;
  /** Takes back both tokens. */
  leave(): Promise<void>;
}

/**
 * @param url where the api listens @param ownerToken a token that may make tokens @param label
 *   begins their names, such as `Demo`
 */
export async function people(url: string, ownerToken: string, label: string): Promise<People> {
  const owner = graphqlClient(url, ownerToken);
  const make = (name: string, role: string, scopes: string[]) =>
    owner.mutate<{ token: string; apiToken: { id: string } }>(
      'createApiToken',
      'CreateApiTokenInput',
      { name: `${label} ${name}`, role, scopes },
      'token apiToken { id }',
    );
  const operator = await make('operator', 'OPERATOR', ['read', 'runs:write']);
  const approver = await make('approver', 'APPROVER', ['read', 'approve']);
  return {
    operator: graphqlClient(url, operator.token),
    approver: graphqlClient(url, approver.token),
    leave: async () => {
      for (const { apiToken } of [operator, approver])
        await owner.mutate(
          'revokeApiToken',
          'RevokeApiTokenInput',
          { id: apiToken.id },
          'apiToken { id }',
        );
    },
  };
}
