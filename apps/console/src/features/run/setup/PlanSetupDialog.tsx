/** What Keyway is to set up. Sending it changes nothing: a plan of changes is made first. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Checkbox, Picker, PickerItem, Radio, RadioGroup, TextField } from '@react-spectrum/s2';
import { toFieldProps } from '../../../apollo/userErrors.ts';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import type { KeyProtection, SetupNetwork, TrackId } from '../../../generated/enums.ts';
import { chooseFrom } from '../../../ui/chooseFrom.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { RunView } from '../data/runFields.ts';
import { PLAN_SETUP } from './setupDocuments.ts';
import { setupDefaults, type SetupForm } from './setupDefaults.ts';

const FIELDS = [
  ...['resourceGroup', 'location', 'vaultName', 'keyName'],
  ...['workspaceId', 'subscriptionId'],
] as const;
type TextName = 'resourceGroup' | 'location' | 'vaultName' | 'keyName' | OptionalText;
type OptionalText = 'workspaceId' | 'subscriptionId';
const SIZES = ['3072', '4096'] as const;
const ROTATIONS = ['0', '6', '12', '18', '24'] as const;
const PROTECTIONS: readonly KeyProtection[] = ['SOFTWARE', 'HSM'];
const NETWORKS: readonly SetupNetwork[] = ['OPEN', 'RESTRICTED'];

interface PlanSetupDialogProps {
  run: RunView;
  track: TrackId;
  onClose: () => void;
}

export function PlanSetupDialog({ run, track, onClose }: PlanSetupDialogProps) {
  const intl = useIntl();
  const mutation = useKeywayMutation(PLAN_SETUP, { onDone: onClose });
  const [form, setForm] = useState(() => setupDefaults(run, track));
  const change = (part: Partial<SetupForm>) => setForm((before) => ({ ...before, ...part }));
  const field = (name: TextName, isRequired = true) => (
    <TextField
      isRequired={isRequired}
      label={intl.formatMessage({ id: `setup.${name}` })}
      description={intl.formatMessage({ id: `setup.${name}.hint` })}
      value={form[name]}
      onChange={(value) => change({ [name]: value })}
      {...toFieldProps(mutation.errors, name)}
    />
  );
  const isComplete = [form.resourceGroup, form.location, form.vaultName, form.keyName].every(
    (text) => text.trim() !== '',
  );
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'setup.title' }, { track })}
      text={intl.formatMessage({ id: 'setup.text' })}
      confirm={intl.formatMessage({ id: 'setup.plan' })}
      mutation={mutation}
      fields={FIELDS}
      isDisabled={!isComplete}
      onSubmit={() => mutation.send(inputOf(run.id, track, form))}
      onClose={onClose}
    >
      {field('resourceGroup')}
      {field('location')}
      {field('vaultName')}
      {field('keyName')}
      <KeyFields form={form} onChange={change} />
      <RadioGroup
        label={intl.formatMessage({ id: 'setup.network' })}
        value={form.network}
        onChange={chooseFrom(NETWORKS, (network) => change({ network }))}
      >
        {NETWORKS.map((network) => (
          <Radio key={network} value={network}>
            {intl.formatMessage({ id: `setup.network.${network}` })}
          </Radio>
        ))}
      </RadioGroup>
      {field('workspaceId', false)}
      <Checkbox isSelected={form.lock} onChange={(lock) => change({ lock })}>
        {intl.formatMessage({ id: 'setup.lock' })}
      </Checkbox>
      {field('subscriptionId', false)}
    </FormDialog>
  );
}

function KeyFields({
  form,
  onChange,
}: {
  form: SetupForm;
  onChange: (part: Partial<SetupForm>) => void;
}) {
  const intl = useIntl();
  return (
    <>
      <RadioGroup
        label={intl.formatMessage({ id: 'setup.protection' })}
        value={form.keyProtection}
        onChange={chooseFrom(PROTECTIONS, (keyProtection) => onChange({ keyProtection }))}
      >
        {PROTECTIONS.map((protection) => (
          <Radio key={protection} value={protection}>
            {intl.formatMessage({ id: `setup.protection.${protection}` })}
          </Radio>
        ))}
      </RadioGroup>
      <RadioGroup
        label={intl.formatMessage({ id: 'setup.size' })}
        orientation="horizontal"
        value={form.keySize}
        onChange={chooseFrom(SIZES, (keySize) => onChange({ keySize }))}
      >
        {SIZES.map((size) => (
          <Radio key={size} value={size}>
            {intl.formatMessage({ id: 'setup.bits' }, { size })}
          </Radio>
        ))}
      </RadioGroup>
      <Picker
        label={intl.formatMessage({ id: 'setup.rotation' })}
        description={intl.formatMessage({ id: 'setup.rotation.hint' })}
        selectedKey={form.rotateEveryMonths}
        onSelectionChange={chooseFrom(ROTATIONS, (rotateEveryMonths) =>
          onChange({ rotateEveryMonths }),
        )}
        items={ROTATIONS.map((id) => ({ id }))}
      >
        {({ id }) => (
          <PickerItem id={id}>
            {intl.formatMessage({ id: 'setup.months' }, { months: Number(id) })}
          </PickerItem>
        )}
      </Picker>
    </>
  );
}

const orNull = (text: string): string | null => text.trim() || null;

function inputOf(runId: string, track: TrackId, form: SetupForm) {
  return {
    ...{ runId, track, keyProtection: form.keyProtection, network: form.network, lock: form.lock },
    subscriptionId: orNull(form.subscriptionId),
    resourceGroup: form.resourceGroup.trim(),
    location: form.location.trim(),
    vaultName: form.vaultName.trim(),
    keyName: form.keyName.trim(),
    keySize: Number(form.keySize),
    rotateEveryMonths: Number(form.rotateEveryMonths) || null,
    workspaceId: orNull(form.workspaceId),
  };
}
