/** The organizations where nobody could approve by a policy, before it is saved. */
import { useQuery } from '@apollo/client/react';
import { Content, Heading, InlineAlert, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { FourEyes } from '../../generated/enums.ts';
import { graphql } from '../../generated/gql.ts';
import type { WithoutApproverQuery } from '../../generated/graphql.ts';
import { organizationHref } from '../../ui/runAddress.ts';
import { ApproverTexts } from './ApproverTexts.tsx';

const WITHOUT_APPROVER = graphql(`
  query WithoutApprover($fourEyes: FourEyes!, $organizationId: ID) {
    organizationsWithoutApprover(fourEyes: $fourEyes, organizationId: $organizationId) {
      totalCount
      nodes {
        id
        name
      }
    }
  }
`);

const full = style({ width: 'full' });
const text = style({ margin: 0 });
const list = style({ marginY: 8, paddingStart: 20 });

export interface WithoutApproverProps {
  fourEyes: FourEyes;
  /** Null: those that follow the partner's policy. */
  organizationId: string | null;
}

export type WithoutApproverFound = WithoutApproverQuery['organizationsWithoutApprover'];

/** Null where somebody could approve everywhere, and while it is not known. */
export function useWithoutApprover(variables: WithoutApproverProps): WithoutApproverFound | null {
  const { data } = useQuery(WITHOUT_APPROVER, { variables, fetchPolicy: 'cache-and-network' });
  const found = data?.organizationsWithoutApprover;
  return found && found.totalCount > 0 ? found : null;
}

export const WithoutApproverTitle = ({ found }: { found: WithoutApproverFound }) => (
  <ApproverTexts>
    <Title found={found} />
  </ApproverTexts>
);

const Title = ({ found: { totalCount, nodes } }: { found: WithoutApproverFound }) =>
  useIntl().formatMessage(
    { id: 'approvers.without.title' },
    { count: totalCount, name: nodes[0]?.name ?? '' },
  );

interface NoticeProps extends WithoutApproverProps {
  found: WithoutApproverFound;
}

export const WithoutApprover = (props: NoticeProps) => (
  <ApproverTexts>
    <Notice {...props} />
  </ApproverTexts>
);

function Notice({ found, fourEyes, organizationId }: NoticeProps) {
  const intl = useIntl();
  const { totalCount: count, nodes } = found;
  return (
    <InlineAlert variant="notice" styles={full}>
      <Heading level={3}>
        <Title found={found} />
      </Heading>
      <Content>
        <p className={text}>{intl.formatMessage({ id: `approvers.without.${fourEyes}` })}</p>
        {organizationId === null ? (
          <ul className={list}>
            {nodes.map(({ id, name }) => (
              <li key={id}>
                <Link href={organizationHref(id)}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
            {count > nodes.length ? (
              <li>
                {intl.formatMessage(
                  { id: 'approvers.without.more' },
                  { count: count - nodes.length },
                )}
              </li>
            ) : null}
          </ul>
        ) : null}
        <p className={text}>{intl.formatMessage({ id: 'approvers.without.then' })}</p>
      </Content>
    </InlineAlert>
  );
}
