/** Lets somebody say that they take care of an alert, or says who can. */
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useRoleFor } from '../viewer/useRoleFor.ts';
import { CopyButton } from '../../ui/CopyText.tsx';
import { DialogContainer } from '../../ui/DialogContainer.tsx';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { alertHref } from '../../ui/runAddress.ts';
import type { AlertView } from './alertDocuments.ts';
import { fromBase } from '../../routing/basePath.ts';

const dialog = lazyPart(async () => (await import('./AcknowledgeDialog.tsx')).AcknowledgeDialog);

const row = style({ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });

/** Until the dialog has closed and given the focus back. */
const FOCUS_MILLISECONDS = 400;

export function Acknowledge({ alert }: { alert: AlertView }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const may = useRoleFor(alert.organization.id, 'OWNER', 'OPERATOR', 'APPROVER');
  const place = useRef<HTMLSpanElement>(null);
  const close = () => {
    setOpen(false);
    // The button that opened the dialog is gone once the alert is acknowledged.
    setTimeout(() => {
      if (document.activeElement === document.body) place.current?.closest('article')?.focus();
    }, FOCUS_MILLISECONDS);
  };
  return (
    <span ref={place} className={row}>
      {alert.status === 'OPEN' && may ? (
        <Button
          size="S"
          variant={alert.purgeClass ? 'negative' : 'secondary'}
          onPress={() => setOpen(true)}
        >
          {intl.formatMessage({ id: 'alerts.acknowledge' })}
        </Button>
      ) : null}
      {alert.status === 'OPEN' && may === false ? (
        <span className={quiet}>{intl.formatMessage({ id: 'alerts.whoMay' })}</span>
      ) : null}
      <CopyButton
        text={`${location.origin}${fromBase(alertHref(alert.id))}`}
        label={intl.formatMessage({ id: 'alerts.link' })}
        size="S"
      />
      <DialogContainer onDismiss={close}>
        {isOpen ? <Part part={dialog} isWanted props={{ alert, onClose: close }} /> : null}
      </DialogContainer>
    </span>
  );
}
