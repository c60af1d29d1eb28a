/** Where nobody could approve what tasks would request, before anything is requested. */
import { useQuery } from '@apollo/client/react';
import AlertIcon from '@react-spectrum/s2/icons/AlertDiamond';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { graphql } from '../../generated/gql.ts';
import type { NamedOrganization } from '../viewer/viewerAccess.ts';
import { ApproverTexts } from './ApproverTexts.tsx';

const TASK_APPROVERS = graphql(`
  query TaskApprovers($first: Int!, $ids: [ID!]!) {
    organizations(first: $first, filter: { ids: $ids }) {
      nodes {
        id
        name
        noApprover
      }
    }
  }
`);

/** Grants change without a change of a run, so nothing is pushed. */
const MAX_AGE_MILLISECONDS = 300_000;
const NAMED = 3;

const notice = style({
  font: 'ui-sm',
  display: 'flex',
  columnGap: 8,
  marginY: 8,
  padding: 8,
  borderRadius: 'default',
  backgroundColor: 'notice-subtle',
});
const icon = style({ flexShrink: 0 });
const title = style({ fontWeight: 'bold' });

export interface TaskApproversProps {
  /** Those of the tasks that request an approval. */
  organizations: readonly NamedOrganization[];
}

export const TaskApprovers = (props: TaskApproversProps) => (
  <ApproverTexts>
    <Found {...props} />
  </ApproverTexts>
);

/** Nothing while it is not known: a request is taken all the same. */
function Found({ organizations }: TaskApproversProps) {
  const intl = useIntl();
  const ids = [...new Set(organizations.map(({ id }) => id))].toSorted();
  const { data, previousData } = useQuery(TASK_APPROVERS, {
    variables: { first: ids.length, ids },
    fetchPolicy: 'no-cache',
    pollInterval: MAX_AGE_MILLISECONDS,
  });
  const found = (data ?? previousData)?.organizations.nodes.filter(
    ({ id, noApprover }) => noApprover !== null && ids.includes(id),
  );
  const [first, ...others] = found ?? [];
  if (!first?.noApprover) return null;
  const isSame = others.every(({ noApprover }) => noApprover === first.noApprover);
  const all = [first, ...others];
  const names = all.slice(0, NAMED).map(({ name }) => name);
  const more = all.length - names.length;
  if (more > 0) names.push(intl.formatMessage({ id: 'approvers.without.more' }, { count: more }));
  return (
    <div className={notice} role="note">
      <span className={icon}>
        <AlertIcon aria-hidden="true" />
      </span>
      <span>
        <span className={title}>
          {intl.formatMessage({
            id: `approvers.tasks.${isSame ? first.noApprover : 'NO_APPROVER'}`,
          })}
        </span>
        <br />
        {intl.formatMessage(
          { id: 'approvers.tasks.then' },
          { organizations: intl.formatList(names) },
        )}
      </span>
    </div>
  );
}
