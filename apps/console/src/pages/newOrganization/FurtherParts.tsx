/** The optional parts of the form: connections, keys, the entitlement, and whether a run starts. */
import { Button, Checkbox, TextArea, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { KeyField } from '../../features/run/actions/KeyField.tsx';
import type { TrackId } from '../../generated/enums.ts';
import { focusSection } from '../../ui/Section.tsx';
import type { ActId } from './ActSequence.ts';
import { AdobePart, AzurePart } from './ConnectionParts.tsx';
import { Part } from './Part.tsx';
import type { NewOrganization } from './useNewOrganization.ts';

const help = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const offer = style({ display: 'flex', flexDirection: 'column', rowGap: 8, alignItems: 'start' });

const KEY_ACTS = { AEP: 'keyAep', CJA: 'keyCja' } as const satisfies Record<TrackId, ActId>;
/** The anchor of the first part, which takes the focus of the button that opened it. */
const FIRST = { AZURE: 'part-adobe', AWS: 'part-keys' } as const;

interface PartsProps {
  adding: NewOrganization;
}

export function FurtherParts({ adding }: PartsProps) {
  const intl = useIntl();
  const { further, organization } = adding;
  const wasPressed = useRef(false);
  const { isOpen } = further;
  const { cloud } = organization.draft;
  useEffect(() => {
    if (isOpen && wasPressed.current) focusSection(FIRST[cloud]);
    wasPressed.current = false;
  }, [isOpen, cloud]);
  if (!isOpen)
    return (
      <div className={offer}>
        <Button
          variant="secondary"
          onPress={() => {
            wasPressed.current = true;
            further.open();
          }}
        >
          {intl.formatMessage({ id: 'newOrganization.open' })}
        </Button>
        <p className={help}>{intl.formatMessage({ id: 'newOrganization.openHelp' })}</p>
      </div>
    );
  return (
    <>
      <p className={help}>{intl.formatMessage({ id: 'newOrganization.furtherText' })}</p>
      {further.onAzure ? (
        <>
          <AdobePart adding={adding} />
          <AzurePart adding={adding} />
        </>
      ) : (
        <p className={help}>{intl.formatMessage({ id: 'newOrganization.aws' })}</p>
      )}
      <KeysPart adding={adding} />
      <EntitlementPart adding={adding} />
      <StartPart adding={adding} />
    </>
  );
}

function KeysPart({ adding: { further, organization, states } }: PartsProps) {
  const intl = useIntl();
  const tracks: readonly TrackId[] = further.onAzure ? ['AEP', 'CJA'] : ['AEP'];
  const open = tracks.filter((track) => states[KEY_ACTS[track]]?.status !== 'done');
  if (open.length === 0) return null;
  const errorsOf = (track: TrackId) => {
    const [problem] = further.keys[track].inspection?.problems ?? [];
    if (further.isSent && further.lacking[track] && problem)
      return [{ code: 'INVALID_INPUT' as const, message: problem, field: ['keyIdentifier'] }];
    return states[KEY_ACTS[track]]?.errors ?? [];
  };
  return (
    <Part
      anchor="part-keys"
      title={intl.formatMessage({ id: 'newOrganization.keys' })}
      text={intl.formatMessage({
        id: further.onAzure ? 'newOrganization.keysText' : 'newOrganization.keysTextAws',
      })}
    >
      {open.map((track) => (
        <KeyField
          key={track}
          organization={organization.draft}
          draft={further.keys[track]}
          optional={intl.formatMessage(
            { id: 'newOrganization.key' },
            { track: intl.formatMessage({ id: `track.${track}` }) },
          )}
          isDisabled={states[KEY_ACTS[track]]?.status === 'unknown'}
          errors={errorsOf(track)}
        />
      ))}
    </Part>
  );
}

function EntitlementPart({ adding: { further, states } }: PartsProps) {
  const intl = useIntl();
  const { entitlement, changeEntitlement, lacking, isSent, onAzure } = further;
  const acts = [states.entitlementAep, states.entitlementCja];
  const begun = acts.filter((one) => one !== undefined);
  if (begun.length > 0 && begun.every(({ status }) => status === 'done')) return null;
  // Where it may be attested already, the same is sent again.
  const isDisabled = begun.some(({ status }) => status === 'done' || status === 'unknown');
  const errors = begun.flatMap((one) => one.errors);
  const required = {
    isInvalid: true,
    errorMessage: intl.formatMessage({ id: 'input.required' }),
  };
  return (
    <Part
      anchor="part-entitlement"
      title={intl.formatMessage({ id: 'newOrganization.entitlement' })}
      text={intl.formatMessage({ id: 'newOrganization.entitlementText' })}
    >
      <TextArea
        isDisabled={isDisabled}
        label={intl.formatMessage({ id: 'newOrganization.statement' })}
        value={entitlement.statement}
        onChange={(statement) => changeEntitlement({ statement })}
        {...(isSent && lacking.statement ? required : toFieldProps(errors, 'statement'))}
      />
      <TextField
        isDisabled={isDisabled}
        label={intl.formatMessage({ id: 'run.attest.reference' })}
        description={intl.formatMessage({ id: 'run.attest.referenceHint' })}
        value={entitlement.reference}
        onChange={(reference) => changeEntitlement({ reference })}
        {...toFieldProps(errors, 'reference')}
      />
      {onAzure ? (
        <Checkbox
          isDisabled={isDisabled}
          isSelected={entitlement.alsoCja}
          onChange={(alsoCja) => changeEntitlement({ alsoCja })}
        >
          {intl.formatMessage({ id: 'run.attest.also.CJA' })}
        </Checkbox>
      ) : null}
    </Part>
  );
}

function StartPart({ adding: { further, states } }: PartsProps) {
  const intl = useIntl();
  if (states.run?.status === 'done') return null;
  return (
    <Part anchor="part-run" title={intl.formatMessage({ id: 'newOrganization.run' })}>
      <Checkbox
        isSelected={further.isStarting}
        isDisabled={further.needsRun}
        onChange={further.setStartsRun}
      >
        {intl.formatMessage({ id: 'newOrganization.start' })}
      </Checkbox>
      {further.needsRun ? (
        <p className={help}>{intl.formatMessage({ id: 'newOrganization.startNeeded' })}</p>
      ) : null}
    </Part>
  );
}
