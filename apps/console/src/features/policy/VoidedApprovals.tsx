/** The approvals that a policy would void, before it is saved. */
import { useQuery } from '@apollo/client/react';
import { Content, Heading, InlineAlert, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { graphql } from '../../generated/gql.ts';
import { runHref } from '../../ui/runAddress.ts';
import { toRules, type PolicyRules } from './policyDrafts.ts';

const VOIDED_APPROVALS = graphql(`
  query VoidedApprovals(
    $fourEyes: FourEyes!
    $coolingOffSeconds: Int!
    $approvalValidSeconds: Int!
    $neverAccept: [String!]!
    $organizationId: ID
  ) {
    approvalsVoidedBy(
      fourEyes: $fourEyes
      coolingOffSeconds: $coolingOffSeconds
      approvalValidSeconds: $approvalValidSeconds
      neverAccept: $neverAccept
      organizationId: $organizationId
    ) {
      totalCount
      nodes {
        run {
          id
          organization {
            id
            name
          }
        }
        track
        given
        reason
      }
    }
  }
`);

const full = style({ width: 'full' });
const text = style({ margin: 0 });
const list = style({ marginY: 8, paddingStart: 20 });

interface VoidedApprovalsProps {
  /** Null: they are no rules yet, or those that hold. */
  rules: PolicyRules | null;
  /** Null: those of every organization that follows the partner's policy. */
  organizationId: string | null;
}

/** Nothing while it is not known: the change is allowed all the same. */
export function VoidedApprovals({ rules, organizationId }: VoidedApprovalsProps) {
  const intl = useIntl();
  const { data } = useQuery(VOIDED_APPROVALS, {
    // Cast: without rules nothing is sent.
    variables: { ...(rules && toRules(rules))!, organizationId },
    skip: rules === null,
    fetchPolicy: 'no-cache',
  });
  const found = rules === null ? null : data?.approvalsVoidedBy;
  if (!found || found.totalCount === 0) return null;
  const { totalCount: count, nodes } = found;
  const what = whatOf(nodes, count);
  return (
    <InlineAlert variant="notice" styles={full}>
      <Heading level={3}>{intl.formatMessage({ id: 'policy.voids' }, { count, what })}</Heading>
      <Content>
        <ul className={list}>
          {nodes.map(({ run, track, given, reason }) => (
            <li key={`${run.id} ${track}`}>
              <Link href={runHref(run.id)}>
                <bdi>{run.organization.name}</bdi>, {intl.formatMessage({ id: `track.${track}` })}
              </Link>
              {': '}
              {intl.formatMessage({ id: `policy.voids.${reason}` }, { given: String(given) })}
            </li>
          ))}
          {count > nodes.length ? (
            <li>
              {intl.formatMessage({ id: 'policy.voids.more' }, { count: count - nodes.length })}
            </li>
          ) : null}
        </ul>
        <p className={text}>{intl.formatMessage({ id: 'policy.voids.then' }, { count })}</p>
      </Content>
    </InlineAlert>
  );
}

/** Those that are not listed may be either. */
function whatOf(nodes: readonly { given: boolean }[], count: number): string {
  if (count > nodes.length) return 'both';
  if (nodes.every(({ given }) => given)) return 'approvals';
  return nodes.some(({ given }) => given) ? 'both' : 'requests';
}
