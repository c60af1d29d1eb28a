/** The fields of a policy. */
import { NumberField, Picker, PickerItem, Radio, RadioGroup } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { toFieldProps } from '../../apollo/userErrors.ts';
import type { UserError } from '../../apollo/userErrors.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import type { Duration } from './duration.ts';
import { NeverAcceptField } from './NeverAcceptField.tsx';
import type { PolicyDraft } from './policyDrafts.ts';

const FOUR_EYES = ['ANOTHER_MEMBER', 'OWN_APPROVER'] as const;
const UNITS = ['minute', 'hour', 'day'] as const;

const pair = style({
  display: 'grid',
  gridTemplateColumns: ['minmax(0, 1fr)', 'minmax(0, 1fr)'],
  columnGap: 12,
  alignItems: 'start',
});
/** Outside the grid of the form, which would put one below the other. */
const half = style({ minWidth: 0 });
const full = style({ width: 'full' });

interface PolicyFormFieldsProps {
  draft: PolicyDraft;
  errors: readonly UserError[];
  onChange: (draft: PolicyDraft) => void;
}

export function PolicyFormFields({ draft, errors, onChange }: PolicyFormFieldsProps) {
  const intl = useIntl();
  return (
    <>
      <RadioGroup
        label={intl.formatMessage({ id: 'policy.fourEyes' })}
        value={draft.fourEyes}
        onChange={chooseFrom(FOUR_EYES, (fourEyes) => onChange({ ...draft, fourEyes }))}
      >
        {FOUR_EYES.map((one) => (
          <Radio key={one} value={one}>
            {intl.formatMessage({ id: `policy.summary.${one}` })}
          </Radio>
        ))}
      </RadioGroup>
      <DurationField
        label={intl.formatMessage({ id: 'policy.coolingOff' })}
        unitLabel={intl.formatMessage({ id: 'policy.coolingOffUnit' })}
        description={intl.formatMessage({ id: 'policy.coolingOffHelp' })}
        value={draft.coolingOff}
        min={0}
        refused={toFieldProps(errors, 'coolingOffSeconds')}
        onChange={(coolingOff) => onChange({ ...draft, coolingOff })}
      />
      <DurationField
        label={intl.formatMessage({ id: 'policy.valid' })}
        unitLabel={intl.formatMessage({ id: 'policy.validUnit' })}
        description={intl.formatMessage({ id: 'policy.validHelp' })}
        value={draft.approvalValid}
        min={1}
        refused={toFieldProps(errors, 'approvalValidSeconds')}
        onChange={(approvalValid) => onChange({ ...draft, approvalValid })}
      />
      <NeverAcceptField
        value={draft.neverAccept}
        onChange={(neverAccept) => onChange({ ...draft, neverAccept })}
      />
    </>
  );
}

interface DurationFieldProps {
  label: string;
  unitLabel: string;
  description: string;
  value: Duration;
  min: number;
  refused: ReturnType<typeof toFieldProps>;
  onChange: (value: Duration) => void;
}

function DurationField({ label, unitLabel, value, min, refused, ...rest }: DurationFieldProps) {
  const intl = useIntl();
  const { description, onChange } = rest;
  // The API takes seconds; who set some without a form still sees what was set.
  const units = value.unit === 'second' ? (['second', ...UNITS] as const) : UNITS;
  return (
    <div className={pair}>
      <div className={half}>
        <NumberField
          label={label}
          description={description}
          isRequired
          minValue={min}
          styles={full}
          value={value.value}
          onChange={(number) => onChange({ ...value, value: number })}
          {...refused}
        />
      </div>
      <div className={half}>
        <Picker
          label={unitLabel}
          styles={full}
          selectedKey={value.unit}
          onSelectionChange={(key) => {
            const unit = units.find((one) => one === key);
            if (unit) onChange({ ...value, unit });
          }}
        >
          {units.map((unit) => (
            <PickerItem key={unit} id={unit}>
              {intl.formatMessage({ id: `policy.unit.${unit}` })}
            </PickerItem>
          ))}
        </Picker>
      </div>
    </div>
  );
}
