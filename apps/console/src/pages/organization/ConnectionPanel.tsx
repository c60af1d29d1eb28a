/**
 * A connection to a cloud: what is known of its credential, what it is used for, and the form that
 * replaces it. A secret is never shown again.
 */
import { Button, Form } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ConnectionKind } from '../../generated/enums.ts';
import type { ConnectionFieldsFragment } from '../../generated/graphql.ts';
import { Panel } from '../../ui/Panel.tsx';
import { UserErrorsNotice } from '../../ui/UserErrorsNotice.tsx';
import type { Refusal } from '../../ui/UserErrorsNotice.tsx';
import { useRefusable } from '../../ui/useRefusable.ts';
import { ConnectionSign, ConnectionStatus, mayTry } from './ConnectionStatus.tsx';
import { TRY_CONNECTION } from './organizationDocuments.ts';

const text = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const buttons = style({ display: 'flex', gap: 8, flexWrap: 'wrap' });

interface ConnectionPanelProps {
  organizationId: string;
  kind: ConnectionKind;
  /** "Adobe", "Azure". */
  title: string;
  /** What it is for and what happens without it. */
  about: string;
  /** Null where no credential is stored. */
  connection: ConnectionFieldsFragment | null;
  /** Said where it is connected. */
  connected: string;
  mayChange: boolean;
  isPending: boolean;
  isComplete: boolean;
  /** Refusals that belong to no field of the form. */
  refusals: readonly Refusal[];
  /** Resolves to true where it was saved. */
  onSave: () => Promise<boolean>;
  onCancel: () => void;
  /** The button that withdraws the credential, where that may be done. */
  disconnect?: ReactNode;
  children: ReactNode;
}

export function ConnectionPanel(props: ConnectionPanelProps) {
  const { organizationId, kind, title, about, connection, connected, mayChange } = props;
  const intl = useIntl();
  const trial = useRefusable(TRY_CONNECTION, (data) => data.tryConnection.userErrors);
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={title} side={<ConnectionSign connection={connection} connected={connected} />}>
      <p className={text}>{about}</p>
      {connection && !isOpen ? <ConnectionStatus cloud={title} connection={connection} /> : null}
      <UserErrorsNotice errors={trial.refusals} />
      {isOpen ? <ConnectionForm {...props} onClose={() => setOpen(false)} /> : null}
      {!isOpen && mayChange ? (
        <div className={buttons}>
          {connection && mayTry(connection) ? (
            <Button
              variant="secondary"
              size="S"
              isPending={trial.isPending}
              onPress={() => void trial.submit({ input: { organizationId, kind } })}
            >
              {intl.formatMessage({ id: 'connection.tryAgain' })}
            </Button>
          ) : null}
          <Button variant="secondary" size="S" onPress={() => setOpen(true)}>
            {intl.formatMessage({ id: connection ? 'connection.replace' : 'connection.connect' })}
          </Button>
          {props.disconnect}
        </div>
      ) : null}
      {!isOpen && !mayChange ? props.disconnect : null}
    </Panel>
  );
}

function ConnectionForm(props: ConnectionPanelProps & { onClose: () => void }) {
  const { isPending, isComplete, refusals, onSave, onCancel, onClose, children } = props;
  const intl = useIntl();
  async function save() {
    if (await onSave()) onClose();
  }
  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <UserErrorsNotice errors={refusals} />
      {children}
      <div className={buttons}>
        <Button type="submit" variant="accent" isPending={isPending} isDisabled={!isComplete}>
          {intl.formatMessage({ id: 'connection.save' })}
        </Button>
        <Button
          variant="secondary"
          onPress={() => {
            onClose();
            onCancel();
          }}
        >
          {intl.formatMessage({ id: 'common.cancel' })}
        </Button>
      </div>
    </Form>
  );
}
