/** The role in a customer's AWS account: its status, what to paste for it, and the forms. */
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { ConnectionFieldsFragment } from '../../generated/graphql.ts';
import { AwsTexts } from '../../features/aws/AwsTexts.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { ConnectionIndicator, ConnectionStatus, mayTry } from './ConnectionStatus.tsx';
import { DisconnectButton } from './DisconnectButton.tsx';
import { PrepareForm, RoleForm } from './AwsForms.tsx';
import { AwsPolicies, type AwsTrust } from './AwsPolicies.tsx';
import { ReplacementNotice } from './ReplacementNotice.tsx';
import { DISCONNECT_AWS, TRY_AWS } from './awsDocuments.ts';
import { useAws } from './useAws.ts';

const about = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const buttons = style({ display: 'flex', gap: 8, flexWrap: 'wrap' });
const summary = style({ font: 'ui', cursor: 'pointer', paddingY: 4 });

export interface AwsConnectionProps {
  organizationId: string;
  mayChange: boolean;
  mayDisconnect: boolean;
}

export const AwsConnection = (props: AwsConnectionProps) => (
  <AwsTexts>
    <Connection {...props} />
  </AwsTexts>
);

function Connection({ organizationId, mayChange, mayDisconnect }: AwsConnectionProps) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const { isLoaded, aws, connection, error, refetch } = useAws(organizationId);
  const onClose = () => setOpen(false);
  if (!isLoaded)
    return (
      <Panel title="AWS">
        {error ? (
          <ErrorState
            what={intl.formatMessage({ id: 'aws.failed' })}
            error={error}
            onRetry={refetch}
          />
        ) : (
          <ListSkeleton rows={2} columns={1} />
        )}
      </Panel>
    );
  const form = aws ? (
    <RoleForm organizationId={organizationId} aws={aws} onClose={onClose} />
  ) : (
    <PrepareForm organizationId={organizationId} onClose={onClose} />
  );
  return (
    <Panel
      title="AWS"
      side={
        <ConnectionIndicator
          connection={connection}
          connected={intl.formatMessage({ id: 'connection.connected' })}
        />
      }
    >
      <p className={about}>{intl.formatMessage({ id: 'aws.about' })}</p>
      {isOpen ? (
        form
      ) : (
        <Stored {...{ organizationId, aws, connection, mayChange, mayDisconnect }}>
          {() => setOpen(true)}
        </Stored>
      )}
    </Panel>
  );
}

interface StoredProps extends AwsConnectionProps {
  aws: AwsTrust | null;
  connection: ConnectionFieldsFragment | null;
  /** Opens the form. */
  children: () => void;
}

function Stored({
  organizationId,
  aws,
  connection,
  mayChange,
  mayDisconnect,
  children: onOpen,
}: StoredProps) {
  const intl = useIntl();
  const check = useKeywayMutation(TRY_AWS);
  const action = connection ? 'aws.replace' : aws ? 'aws.continue' : 'aws.connect';
  return (
    <>
      {connection ? <ConnectionStatus cloud="AWS" connection={connection} /> : null}
      <ReplacementNotice {...{ organizationId, connection, mayChange }} kind="AWS" cloud="AWS" />
      <MutationNotice mutation={check} />
      {connection && aws ? (
        <details>
          <summary className={summary}>{intl.formatMessage({ id: 'aws.show' })}</summary>
          <AwsPolicies aws={aws} />
        </details>
      ) : null}
      <div className={buttons}>
        {mayChange && connection && mayTry(connection) ? (
          <Button
            variant="secondary"
            size="S"
            isPending={check.isPending}
            onPress={() => check.send({ organizationId, kind: 'AWS' })}
          >
            {intl.formatMessage({ id: 'connection.tryAgain' })}
          </Button>
        ) : null}
        {mayChange ? (
          <Button variant="secondary" size="S" onPress={onOpen}>
            {intl.formatMessage({ id: action })}
          </Button>
        ) : null}
        {mayDisconnect ? (
          <DisconnectButton
            organizationId={organizationId}
            document={DISCONNECT_AWS}
            question={intl.formatMessage({ id: 'aws.disconnectQuestion' })}
            meaning={intl.formatMessage({ id: 'aws.disconnectMeans' })}
          />
        ) : null}
      </div>
    </>
  );
}
