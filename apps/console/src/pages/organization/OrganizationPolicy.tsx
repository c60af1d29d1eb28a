/** The organization's policy for approvals, its own or the partner's; for its owners. */
import { useQuery } from '@apollo/client/react';
import { ActionButton, ActionButtonGroup } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { PolicyDialog, policyForm } from '../../features/policy/PolicyDialog.tsx';
import type { KeptPolicy, PolicyChangeKind } from '../../features/policy/PolicyDialog.tsx';
import { ORGANIZATION_POLICY } from '../../features/policy/policyDocuments.ts';
import { PolicySummary } from '../../features/policy/PolicySummary.tsx';
import { PolicyWarning } from '../../features/policy/PolicyWarning.tsx';
import { useKeptForm } from '../../features/viewer/keptForm.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

const whose = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });

export function OrganizationPolicy({ organizationId }: { organizationId: string }) {
  const intl = useIntl();
  const query = useQuery(ORGANIZATION_POLICY, {
    variables: { id: organizationId },
    fetchPolicy: 'cache-and-network',
  });
  const kept = useKeptForm<KeptPolicy>(policyForm(organizationId));
  const [kind, setKind] = useState(kept?.kind);
  const close = () => setKind(undefined);
  const { data, error } = query;
  const policy = data?.organization?.policy;
  const changes: PolicyChangeKind[] = policy?.own ? ['change', 'inherit'] : ['setOwn'];
  return (
    <Panel
      title={intl.formatMessage({ id: 'policy.title' })}
      side={
        policy ? (
          <ActionButtonGroup size="S">
            {changes.map((one) => (
              <ActionButton key={one} onPress={() => setKind(one)}>
                {intl.formatMessage({ id: `policy.${one}` })}
              </ActionButton>
            ))}
          </ActionButtonGroup>
        ) : null
      }
    >
      {policy ? (
        <>
          <p className={whose}>
            {intl.formatMessage({ id: policy.own ? 'policy.isOwn' : 'policy.isPartners' })}
          </p>
          <PolicyWarning code={policy.warning?.code} />
          <PolicySummary policy={policy} />
          <DialogContainer onDismiss={close}>
            {kind ? (
              <PolicyDialog
                kind={kind}
                kept={kept?.kind === kind ? kept.draft : null}
                organizationId={organizationId}
                policy={policy}
                partner={data.policy}
                reload={query.refetch}
                onClose={close}
              />
            ) : null}
          </DialogContainer>
        </>
      ) : null}
      {!policy && error ? (
        <ErrorState
          what={intl.formatMessage({ id: 'policy.failed' })}
          error={error}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {!policy && !error ? <ListSkeleton rows={4} columns={2} /> : null}
    </Panel>
  );
}
