/** Who has access to the organization, by grants for it and for all; for owners of the partner. */
import { useQuery } from '@apollo/client/react';
import { LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { GrantList } from '../../features/people/GrantList.tsx';
import { PersonName } from '../../features/people/PersonName.tsx';
import { usePartnerRole, useViewer } from '../../features/viewer/ViewerQuery.ts';
import { graphql } from '../../generated/gql.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { Panel } from '../../ui/Panel.tsx';

const ORGANIZATION_PEOPLE = graphql(`
  query OrganizationPeople($organizationId: ID!, $after: String) {
    members(first: 20, after: $after, organizationId: $organizationId) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...MemberRow
        }
      }
    }
  }
`);

const none = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });

export function OrganizationPeople({ organizationId }: { organizationId: string }) {
  return usePartnerRole('OWNER') ? <People organizationId={organizationId} /> : null;
}

function People({ organizationId }: { organizationId: string }) {
  const intl = useIntl();
  const viewer = useViewer();
  const query = useQuery(ORGANIZATION_PEOPLE, {
    variables: { organizationId },
    fetchPolicy: 'cache-and-network',
  });
  const title = intl.formatMessage({ id: 'organization.people' });
  return (
    <Panel
      title={title}
      side={
        <LinkButton variant="secondary" size="S" href="/settings/members">
          {intl.formatMessage({ id: 'organization.manageMembers' })}
        </LinkButton>
      }
    >
      <PagedList
        list={query.data?.members}
        query={query}
        failed={intl.formatMessage({ id: 'members.failed' })}
        skeleton={{ rows: 3, columns: 2 }}
        empty={<p className={none}>{intl.formatMessage({ id: 'organization.noPeople' })}</p>}
      >
        {(members) => (
          <DataTable
            isInset
            label={title}
            rows={members}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                header: intl.formatMessage({ id: 'organizations.name' }),
                cell: ({ id, name, email }) => (
                  <PersonName name={name} email={email} isYou={id === viewer?.id} />
                ),
              },
              {
                key: 'access',
                header: intl.formatMessage({ id: 'members.access' }),
                cell: ({ grants }) => (
                  <GrantList
                    grants={grants.filter(
                      ({ organization }) => !organization || organization.id === organizationId,
                    )}
                  />
                ),
              },
            ]}
          />
        )}
      </PagedList>
    </Panel>
  );
}
