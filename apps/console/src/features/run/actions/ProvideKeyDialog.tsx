/**
 * Provides the key that a track will use. The identifier is validated while it is typed; Keyway
 * finds the vault from it.
 */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextArea, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TrackId } from '../../../generated/enums.ts';
import { VerdictText } from '../../../status/StatusText.tsx';
import { toFieldProps } from '../../../apollo/userErrors.ts';
import { PROVIDE_KEY } from './dialogMutations.ts';
import type { RunView } from '../data/runFields.ts';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useKeyInspection } from './useKeyInspection.ts';
import type { KeyInspection } from './useKeyInspection.ts';
import { useVaultProbe } from './useVaultProbe.ts';
import { VaultProbeFacts } from './VaultProbeFacts.tsx';

const evaluation = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  minHeight: 72,
  font: 'body-sm',
});
const pieces = style({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  columnGap: 16,
  rowGap: 4,
  margin: 0,
});
const name = style({ color: 'neutral-subdued' });
const value = style({ font: 'code-sm', margin: 0, minWidth: 0, overflowWrap: 'anywhere' });
const problems = style({ margin: 0, paddingStart: 16 });

interface ProvideKeyDialogProps {
  run: RunView;
  track: TrackId;
  onClose: () => void;
}

export function ProvideKeyDialog({ run, track, onClose }: ProvideKeyDialogProps) {
  const intl = useIntl();
  const mutation = useKeywayMutation(PROVIDE_KEY, { onDone: onClose });
  const before = run.tracks.find((one) => one.id === track)?.key;
  const [identifier, setIdentifier] = useState(before?.identifier ?? '');
  const [resourceId, setResourceId] = useState(before?.vaultResourceId ?? '');
  const isAws = run.organization.cloud === 'AWS';
  // Of an ARN, only the run says what is wrong with it (AWS-10).
  const inspection = useKeyInspection(isAws ? '' : identifier);
  const probe = useVaultProbe(inspection);
  function send() {
    const input = {
      runId: run.id,
      track,
      keyIdentifier: identifier.trim(),
      vaultResourceId: (!isAws && resourceId.trim()) || null,
    };
    mutation.send(input);
  }
  return (
    <FormDialog
      title={intl.formatMessage(
        { id: before ? 'run.key.titleChange' : 'run.key.title' },
        { track },
      )}
      text={
        isAws
          ? undefined
          : intl.formatMessage({ id: track === 'CJA' ? 'run.key.textCja' : 'run.key.text' })
      }
      confirm={intl.formatMessage({ id: 'run.key.confirm' })}
      mutation={mutation}
      fields={['keyIdentifier', 'vaultResourceId']}
      isDisabled={identifier.trim() === '' || inspection?.verdict === 'BLOCK'}
      onSubmit={send}
      onClose={onClose}
    >
      <TextArea
        autoFocus
        isRequired
        label={intl.formatMessage({ id: isAws ? 'run.attest.keyArn' : 'run.key.identifier' })}
        description={intl.formatMessage({
          id: isAws ? 'run.attest.keyArnHint' : 'run.key.identifierHint',
        })}
        // A key identifier has one line; a pasted line break is a mistake.
        value={identifier}
        onChange={(next) => setIdentifier(next.replace(/[\r\n]+/g, ''))}
        {...toFieldProps(mutation.errors, 'keyIdentifier')}
      />
      {isAws ? null : (
        <>
          <div className={evaluation} role="status">
            {inspection ? (
              <Evaluation inspection={inspection} />
            ) : (
              <span className={name}>{intl.formatMessage({ id: 'run.key.waiting' })}</span>
            )}
          </div>
          <VaultProbeFacts state={probe} wantedTenant={run.organization.azureTenantId} />
          <TextField
            label={intl.formatMessage({ id: 'run.key.resource' })}
            description={intl.formatMessage({ id: 'run.key.resourceHint' })}
            value={resourceId}
            onChange={setResourceId}
            {...toFieldProps(mutation.errors, 'vaultResourceId')}
          />
        </>
      )}
    </FormDialog>
  );
}

function Evaluation({ inspection }: { inspection: KeyInspection }) {
  const intl = useIntl();
  const parts = [
    ['vault', inspection.vault],
    ['key', inspection.key],
    ['version', inspection.version],
  ] as const;
  return (
    <>
      <VerdictText verdict={inspection.verdict} detail={inspection.rules.join(', ') || null} />
      {inspection.problems.length > 0 ? (
        <ul className={problems}>
          {inspection.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      {inspection.vault ? (
        <dl className={pieces}>
          {parts.map(([part, text]) => (
            <div key={part} className={style({ display: 'contents' })}>
              <dt className={name}>{intl.formatMessage({ id: `run.key.${part}` })}</dt>
              <dd className={value}>{text ?? intl.formatMessage({ id: 'run.key.latest' })}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}
