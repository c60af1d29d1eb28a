/** A connection to an outside system: whether it stands, what it is used for, and the form that replaces it. A secret is never shown again. */
import { Button, Form } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { SignText } from '../../status/StatusText.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RefusalNotice } from '../../ui/RefusalNotice.tsx';
import type { Refusal } from '../../ui/RefusalNotice.tsx';

const text = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const buttons = style({ display: 'flex', gap: 8, flexWrap: 'wrap' });

interface ConnectionPanelProps {
  title: string;
  /** What it is for and what happens without it. */
  about: string;
  /** Said where it is connected; null where it is not. */
  state: string | null;
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
  const { title, about, state, mayChange } = props;
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      title={title}
      side={
        <SignText sign={state ? { shape: 'check', tone: 'positive' } : { shape: 'dash', tone: 'neutral' }}>
          {state ?? intl.formatMessage({ id: 'connection.none' })}
        </SignText>
      }
    >
      <p className={text}>{about}</p>
      {isOpen ? <ConnectionForm {...props} onClose={() => setOpen(false)} /> : null}
      {!isOpen && mayChange ? (
        <div className={buttons}>
          <Button variant="secondary" size="S" onPress={() => setOpen(true)}>
            {intl.formatMessage({ id: state ? 'connection.replace' : 'connection.connect' })}
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
      <RefusalNotice errors={refusals} />
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
