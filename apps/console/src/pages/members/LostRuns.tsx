/** Says which runs a member stays responsible for without seeing them any more. */
import { useQuery } from '@apollo/client/react';
import { Content, Heading, InlineAlert, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { GrantDraft } from '../../features/people/grantDrafts.ts';
import type { MemberRow } from '../../features/people/memberFields.ts';
import { ownedRunsHref } from '../../ui/runAddress.ts';
import { MEMBER_HOLDINGS } from './memberDocuments.ts';

const full = style({ width: 'full' });

interface LostRunsProps {
  member: MemberRow;
  /** What they would have, beside what rules give. */
  drafts: readonly GrantDraft[];
}

export function LostRuns({ member, drafts }: LostRunsProps) {
  const intl = useIntl();
  const { data } = useQuery(MEMBER_HOLDINGS, {
    variables: { id: member.id },
    fetchPolicy: 'no-cache',
  });
  const node = data?.node;
  const held = (node && 'holdings' in node && node.holdings?.runOrganizations) || [];
  const byRules = member.grants.filter(({ rule }) => rule !== null);
  const everywhere =
    drafts.some(({ isEverywhere }) => isEverywhere) ||
    byRules.some(({ organization }) => organization === null);
  const seen = new Set(
    [...drafts, ...byRules].flatMap(({ organization }) => organization?.id ?? []),
  );
  const lost = everywhere ? [] : held.filter(({ id }) => !seen.has(id));
  if (lost.length === 0) return null;
  const { name } = member;
  return (
    <InlineAlert variant="notice" styles={full}>
      <Heading level={3}>
        {intl.formatMessage({ id: 'members.losesRuns' }, { count: lost.length, name })}
      </Heading>
      <Content>
        {intl.formatMessage(
          { id: 'members.losesRunsText' },
          { names: intl.formatList(lost.map((one) => one.name)) },
        )}{' '}
        <Link href={ownedRunsHref(member.id)}>
          {intl.formatMessage({ id: 'members.reassign' }, { count: held.length })}
        </Link>
      </Content>
    </InlineAlert>
  );
}
