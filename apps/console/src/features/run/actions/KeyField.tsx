/** The identifier of a key, validated while it is typed, with what its vault says to anybody. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextArea } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Cloud } from '../../../generated/enums.ts';
import { VerdictText } from '../../../status/StatusText.tsx';
import { toFieldProps, type UserError } from '../../../apollo/userErrors.ts';
import { readKeyFile } from './keyFile.ts';
import { useKeyInspection } from './useKeyInspection.ts';
import type { KeyInspection } from './useKeyInspection.ts';
import { useVaultProbe } from './useVaultProbe.ts';
import { VaultProbeFacts } from './VaultProbeFacts.tsx';

const evaluation = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  font: 'body-sm',
});
/** As high as a verdict, so that the buttons stay where they are while somebody types. */
const always = style({ minHeight: 72 });
/** What is said of a key, and of its vault seconds later: the height of a key that passes. */
const said = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 20,
  minHeight: { isReserved: { default: 340, sm: 296 } },
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

/** Whose key it is. */
interface KeyOwner {
  cloud: Cloud;
  /** As it was entered; null or empty: unknown. */
  azureTenantId: string | null;
}

/** What is typed, and what is wrong with it. */
export function useKeyDraft(before: string, { cloud }: KeyOwner) {
  const [identifier, setIdentifier] = useState(before);
  // Of an ARN, only the run says what is wrong with it (AWS-10).
  const inspection = useKeyInspection(cloud === 'AWS' ? '' : identifier);
  const probe = useVaultProbe(inspection);
  const text = identifier.trim();
  return {
    ...{ identifier, setIdentifier, inspection, probe, text },
    isBlocked: text !== '' && inspection?.verdict === 'BLOCK',
  };
}

interface KeyFieldProps {
  organization: KeyOwner;
  draft: ReturnType<typeof useKeyDraft>;
  /** Of a key that may be given as well: the label, without the hints of the first. */
  optional?: string;
  isDisabled?: boolean;
  errors: readonly UserError[];
}

export function KeyField({ organization, draft, optional, isDisabled, errors }: KeyFieldProps) {
  const intl = useIntl();
  const isAws = organization.cloud === 'AWS';
  const { identifier, setIdentifier, inspection } = draft;
  const texts = isAws
    ? ({ label: 'run.attest.keyArn', hint: 'run.attest.keyArnHint' } as const)
    : ({ label: 'run.key.identifier', hint: 'run.key.identifierHint' } as const);
  return (
    <>
      <TextArea
        autoFocus={!optional}
        isRequired={!optional}
        isDisabled={isDisabled}
        label={optional ?? intl.formatMessage({ id: texts.label })}
        description={optional ? undefined : intl.formatMessage({ id: texts.hint })}
        // A key identifier has one line; a pasted line break is a mistake, unless the whole of what
        // az printed was pasted.
        value={identifier}
        onChange={(next) =>
          setIdentifier(readKeyFile(next)?.identifier ?? next.replace(/[\r\n]+/g, ''))
        }
        {...toFieldProps(errors, 'keyIdentifier')}
      />
      {isAws ? null : (
        // From the first letter on, so that nothing below moves when an answer comes.
        <div className={said({ isReserved: Boolean(optional) && draft.text !== '' })}>
          <div className={optional ? evaluation : `${evaluation} ${always}`} role="status">
            {inspection ? <Evaluation inspection={inspection} /> : null}
            {!inspection && !optional ? (
              <span className={name}>{intl.formatMessage({ id: 'run.key.waiting' })}</span>
            ) : null}
          </div>
          <VaultProbeFacts state={draft.probe} wantedTenant={organization.azureTenantId} />
        </div>
      )}
    </>
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
      <VerdictText verdict={inspection.verdict} />
      {inspection.problems.length > 0 ? (
        <ul className={problems}>
          {inspection.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      {/* No links: they would lead away from what is typed. */}
      {inspection.verdict === 'PASS' ? null : (
        <span className={name}>{inspection.rules.join(', ')}</span>
      )}
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
