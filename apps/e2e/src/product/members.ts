/** People of the partner. */
import type { Prepared } from './customers.ts';
import { ask, mutate } from './graphql.ts';

/** The ID of a member of the partner, who has signed in before. */
export async function memberIdOf(name: string): Promise<string> {
  const { members } = await ask<{ members: { nodes: { id: string; name: string }[] } }>(
    '{ members(first: 100) { nodes { id name } } }',
    {},
  );
  const found = members.nodes.find((member) => member.name === name);
  if (!found) throw new Error(`${name} is no member.`);
  return found.id;
}

/**
 * Makes an invitation for one organization alone, and returns its link. Whoever an earlier story
 * left as a member is removed first.
 */
export async function invite(
  email: string,
  role: 'OPERATOR' | 'APPROVER',
  { organizationId }: Prepared,
): Promise<string> {
  await removeMember(email);
  const input = { email, grants: [{ role, organizationId }] };
  return (await mutate<{ url: string }>('inviteMember', 'InviteMemberInput', input, 'url')).url;
}

/** Does nothing where nobody with this address is a member. */
export async function removeMember(email: string): Promise<void> {
  const { members } = await ask<{ members: { nodes: { id: string; removedAt: string | null }[] } }>(
    'query($text: String!) { members(first: 100, text: $text) { nodes { id removedAt } } }',
    { text: email },
  );
  for (const { id, removedAt } of members.nodes)
    if (removedAt === null)
      await mutate('removeMember', 'RemoveMemberInput', { memberId: id }, 'member { id }');
}
