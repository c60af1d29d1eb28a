/** Of which step of which track it is, and the statement that attests it for each organization. */
import { Picker, PickerItem, Radio, RadioGroup, TextArea, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { StepId } from '../../generated/enums.ts';
import type { MutationState } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { listSteps, POINT_OF_NO_RETURN } from '../run/steps/stepDependencies.ts';
import type { Attestation, BulkForm } from './bulkInput.ts';

const TRACKS = ['AEP', 'CJA'] as const;
/** Each organization's ID has to be typed there (IRR-09), or its application's (AEP-23). */
const isOneByOne = (track: (typeof TRACKS)[number], step: StepId): boolean =>
  step === POINT_OF_NO_RETURN[track] || step === 'APP_REGISTRATION';
const note = style({ font: 'body-sm', margin: 0 });

interface BulkStepFieldsProps {
  form: BulkForm;
  onChange: (part: Partial<BulkForm>) => void;
  mutation: MutationState;
}

export function BulkStepFields({ form, onChange, mutation }: BulkStepFieldsProps) {
  const intl = useIntl();
  const { action, track, step } = form;
  const isAttesting = action === 'ATTEST_STEPS';
  const steps = listSteps(track).filter((one) => !isAttesting || !isOneByOne(track, one));
  const change = (next: (typeof TRACKS)[number]) =>
    onChange({ track: next, step: step && listSteps(next).includes(step) ? step : null });
  return (
    <>
      <RadioGroup
        label={intl.formatMessage({ id: 'bulk.track' })}
        orientation="horizontal"
        value={track}
        onChange={chooseFrom(TRACKS, change)}
      >
        {TRACKS.map((one) => (
          <Radio key={one} value={one}>
            {one}
          </Radio>
        ))}
      </RadioGroup>
      <Picker
        label={intl.formatMessage({ id: 'bulk.step' })}
        selectedKey={step}
        onSelectionChange={chooseFrom(steps, (next) => onChange({ step: next }))}
        {...toFieldProps(mutation.errors, 'step')}
      >
        {steps.map((one) => (
          <PickerItem key={one} id={one}>
            {intl.formatMessage({ id: `step.${one}` })}
          </PickerItem>
        ))}
      </Picker>
      {isAttesting ? (
        <AttestationFields
          value={form.attestation}
          onChange={(attestation) => onChange({ attestation })}
          mutation={mutation}
        />
      ) : null}
    </>
  );
}

interface AttestationFieldsProps {
  value: Attestation;
  onChange: (value: Attestation) => void;
  mutation: MutationState;
}

function AttestationFields({ value, onChange, mutation }: AttestationFieldsProps) {
  const intl = useIntl();
  return (
    <>
      <p className={note}>{intl.formatMessage({ id: 'bulk.attest.text' })}</p>
      <TextArea
        isRequired
        label={intl.formatMessage({ id: 'bulk.attest.statement' })}
        description={intl.formatMessage({ id: 'bulk.attest.statementHint' })}
        value={value.statement}
        onChange={(statement) => onChange({ ...value, statement })}
        {...toFieldProps(mutation.errors, 'statement')}
      />
      <TextField
        label={intl.formatMessage({ id: 'bulk.attest.reference' })}
        description={intl.formatMessage({ id: 'bulk.attest.referenceHint' })}
        value={value.reference}
        onChange={(reference) => onChange({ ...value, reference })}
        {...toFieldProps(mutation.errors, 'reference')}
      />
    </>
  );
}
