/** The partner's policy for approvals, explained, and a dialog that changes it. */
import { useQuery } from '@apollo/client/react';
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { PolicyDialog, policyForm, type KeptPolicy } from '../../features/policy/PolicyDialog.tsx';
import { PARTNER_POLICY } from '../../features/policy/policyDocuments.ts';
import { PolicySummary } from '../../features/policy/PolicySummary.tsx';
import { PolicyWarning } from '../../features/policy/PolicyWarning.tsx';
import { SettingsFrame } from '../../features/settings/SettingsFrame.tsx';
import { useKeptForm } from '../../features/viewer/keptForm.ts';
import { usePartnerRole } from '../../features/viewer/ViewerQuery.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

const about = style({ maxWidth: 720, display: 'flex', flexDirection: 'column', rowGap: 16 });
const points = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0, paddingStart: 20 });
const hint = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const POINTS = ['policy.pointOwn', 'policy.pointOpen', 'policy.pointLoosens'] as const;

export function PoliciesPage() {
  const intl = useIntl();
  // Not from the cache: the change is made to what holds.
  const query = useQuery(PARTNER_POLICY, { fetchPolicy: 'network-only' });
  const mayChange = usePartnerRole('OWNER');
  const kept = useKeptForm<KeptPolicy>(policyForm(null));
  const [isOpen, setOpen] = useState(kept !== null);
  const close = () => setOpen(false);
  const { data, error } = query;
  return (
    <SettingsFrame section="policies" text={intl.formatMessage({ id: 'policy.text' })}>
      {data ? (
        <div className={about}>
          <Panel
            title={intl.formatMessage({ id: 'policy.ofPartner' })}
            side={
              mayChange ? (
                <Button variant="secondary" size="S" onPress={() => setOpen(true)}>
                  {intl.formatMessage({ id: 'policy.change' })}
                </Button>
              ) : null
            }
          >
            <PolicyWarning code={data.policy.warning?.code} />
            <PolicySummary policy={data.policy} />
          </Panel>
          {mayChange ? null : (
            <p className={hint}>{intl.formatMessage({ id: 'policy.ownersChange' })}</p>
          )}
          <ul className={points}>
            {POINTS.map((id) => (
              <li key={id}>{intl.formatMessage({ id })}</li>
            ))}
          </ul>
          <DialogContainer onDismiss={close}>
            {isOpen && mayChange ? (
              <PolicyDialog
                kind="change"
                kept={kept?.draft}
                organizationId={null}
                policy={data.policy}
                partner={data.policy}
                reload={query.refetch}
                onClose={close}
              />
            ) : null}
          </DialogContainer>
        </div>
      ) : null}
      {!data && error ? (
        <ErrorState
          what={intl.formatMessage({ id: 'policy.failed' })}
          error={error}
          onRetry={() => void query.refetch()}
        />
      ) : null}
      {!data && !error ? <ListSkeleton rows={4} columns={2} /> : null}
    </SettingsFrame>
  );
}
