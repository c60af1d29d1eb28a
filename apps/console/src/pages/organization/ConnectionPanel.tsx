/**
 * A connection to a cloud: the status of its credential, what it is for, and the form that replaces
 * it. A secret is never shown.
 */
import { Button, Form } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { MutationState } from '../../apollo/useKeywayMutation.ts';
import type { ConnectionFieldsFragment } from '../../generated/graphql.ts';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ConnectionIndicator, ConnectionStatus, mayTry } from './ConnectionStatus.tsx';
import { DisconnectButton } from './DisconnectButton.tsx';
import { FillFromFile, type FillFromFileProps } from '../../features/connections/FillFromFile.tsx';
import { ReplacementNotice } from './ReplacementNotice.tsx';
import { DISCONNECT_ADOBE, DISCONNECT_AZURE, TRY_CONNECTION } from './organizationDocuments.ts';

const DISCONNECTED = { ADOBE: 'adobe', AZURE: 'azure' } as const;

const text = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const buttons = style({ display: 'flex', gap: 8, flexWrap: 'wrap' });

/** What both connections of an organization are given. */
export interface ConnectionProps {
  organizationId: string;
  /** Null if no credential is stored. */
  connection: ConnectionFieldsFragment | null;
  mayChange: boolean;
  mayDisconnect: boolean;
  /** The organization was just added: the form is open. */
  isNew: boolean;
}

interface ConnectionPanelProps extends ConnectionProps {
  kind: keyof typeof DISCONNECTED;
  /** "Adobe", "Azure". */
  title: string;
  /** What the connection is for, and what happens without it. */
  about: string;
  /** The status shown when it is connected. */
  connected: string;
  /** Shown below the status of a stored credential. */
  note?: ReactNode;
  /** Whether the form is open. */
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  form: ConnectionForm;
}

interface ConnectionForm {
  /** Stores the credential. */
  mutation: MutationState;
  /** Fields that show their own message. */
  fieldNames: readonly string[];
  isComplete: boolean;
  onSave: () => void;
  /** The file that fills the fields in. */
  file: Omit<FillFromFileProps, 'children'>;
  fields: ReactNode;
}

export function ConnectionPanel(props: ConnectionPanelProps) {
  const { organizationId, kind, title, about, connection, connected, mayChange, isOpen } = props;
  const intl = useIntl();
  const check = useKeywayMutation(TRY_CONNECTION);
  const asked = {
    organizationId,
    question: intl.formatMessage({ id: `connection.${DISCONNECTED[kind]}.disconnectQuestion` }),
    meaning: intl.formatMessage({ id: `connection.${DISCONNECTED[kind]}.disconnectMeans` }),
  };
  const disconnect = !props.mayDisconnect ? null : kind === 'ADOBE' ? (
    <DisconnectButton {...asked} document={DISCONNECT_ADOBE} />
  ) : (
    <DisconnectButton {...asked} document={DISCONNECT_AZURE} />
  );
  return (
    <Panel
      title={title}
      side={<ConnectionIndicator connection={connection} connected={connected} />}
    >
      <p className={text}>{about}</p>
      {connection && !isOpen ? <ConnectionStatus cloud={title} connection={connection} /> : null}
      {connection && !isOpen ? props.note : null}
      {isOpen ? null : (
        <ReplacementNotice {...{ organizationId, kind, connection, mayChange }} cloud={title} />
      )}
      <MutationNotice mutation={check} />
      {isOpen ? <ConnectionFormView {...props.form} onClose={props.onClose} /> : null}
      {!isOpen && mayChange ? (
        <div className={buttons}>
          {connection && mayTry(connection) ? (
            <Button
              variant="secondary"
              size="S"
              isPending={check.isPending}
              onPress={() => check.send({ organizationId, kind })}
            >
              {intl.formatMessage({ id: 'connection.tryAgain' })}
            </Button>
          ) : null}
          <Button variant="secondary" size="S" onPress={props.onOpen}>
            {intl.formatMessage({ id: connection ? 'connection.replace' : 'connection.connect' })}
          </Button>
          {disconnect}
        </div>
      ) : null}
      {!isOpen && !mayChange ? disconnect : null}
    </Panel>
  );
}

function ConnectionFormView({
  mutation,
  fieldNames,
  isComplete,
  onSave,
  onClose,
  file,
  fields,
}: ConnectionForm & { onClose: () => void }) {
  const intl = useIntl();
  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <MutationNotice mutation={mutation} fields={fieldNames} />
      <FillFromFile {...file}>{fields}</FillFromFile>
      <div className={buttons}>
        <Button
          type="submit"
          variant="accent"
          isPending={mutation.isPending}
          isDisabled={!isComplete}
        >
          {intl.formatMessage({ id: 'connection.save' })}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {intl.formatMessage({ id: 'common.cancel' })}
        </Button>
      </div>
    </Form>
  );
}
