/** What ends with a member's removal, and what stays without them, with counts. */
import { useQuery } from '@apollo/client/react';
import { Content, Heading, InlineAlert, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { MemberRow } from '../../features/people/memberFields.ts';
import { ownedRunsHref } from '../../ui/runAddress.ts';
import { MEMBER_HOLDINGS } from './memberDocuments.ts';

const full = style({ width: 'full' });
const list = style({ font: 'body', margin: 0, paddingStart: 20 });

export function RemovalEffects({ member }: { member: MemberRow }) {
  const intl = useIntl();
  const { data } = useQuery(MEMBER_HOLDINGS, {
    variables: { id: member.id },
    fetchPolicy: 'no-cache',
  });
  const node = data?.node;
  const holdings = node && 'holdings' in node ? node.holdings : null;
  const runs = holdings?.openRuns ?? 0;
  const { name } = member;
  return (
    <>
      {runs > 0 ? (
        <InlineAlert variant="notice" styles={full}>
          <Heading level={3}>
            {intl.formatMessage({ id: 'members.keepsRuns' }, { count: runs, name })}
          </Heading>
          <Content>
            {intl.formatMessage({ id: 'members.keepsRunsText' })}{' '}
            <Link href={ownedRunsHref(member.id)}>
              {intl.formatMessage({ id: 'members.reassign' }, { count: runs })}
            </Link>
          </Content>
        </InlineAlert>
      ) : null}
      <ul className={list}>
        <li>{intl.formatMessage({ id: 'members.endsSessions' })}</li>
        <li>
          {holdings
            ? intl.formatMessage({ id: 'members.endsTokensOf' }, { count: holdings.apiTokens })
            : intl.formatMessage({ id: 'members.endsTokens' })}
        </li>
        {holdings?.handOffs ? (
          <li>
            {intl.formatMessage({ id: 'members.endsHandOffs' }, { count: holdings.handOffs })}{' '}
            {intl.formatMessage(
              { id: 'members.endsHandOffsOf' },
              { names: intl.formatList(holdings.handOffOrganizations.map((one) => one.name)) },
            )}
          </li>
        ) : null}
        <li>
          {intl.formatMessage({ id: 'members.endsViews' }, { count: holdings?.sharedViews ?? 0 })}
        </li>
        <li>{intl.formatMessage({ id: 'members.endsRules' })}</li>
        <li>{intl.formatMessage({ id: 'members.keepsRequests' })}</li>
        <li>{intl.formatMessage({ id: 'members.endsTasks' })}</li>
      </ul>
    </>
  );
}
