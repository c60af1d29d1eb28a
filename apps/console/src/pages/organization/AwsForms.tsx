/** The two forms of connecting AWS: making the external ID, and entering the role. */
import { Button, Form, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation, type MutationState } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { AwsPolicies, heading, type AwsTrust } from './AwsPolicies.tsx';
import { CONNECT_AWS } from './awsDocuments.ts';

const text = style({ font: 'body-sm', margin: 0 });
const buttons = style({ display: 'flex', gap: 8, flexWrap: 'wrap' });
const HOME_REGION = 'us-east-1';
const PLAIN = { autoComplete: 'off', spellCheck: 'false' as const };

interface FormViewProps {
  mutation: MutationState;
  fields: readonly string[];
  save: string;
  isComplete: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

function FormView(props: FormViewProps) {
  const intl = useIntl();
  const { mutation } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (props.isComplete && !mutation.isPending) props.onSave();
  };
  return (
    <Form validationBehavior="aria" onSubmit={submit}>
      <MutationNotice mutation={mutation} fields={props.fields} />
      {props.children}
      <div className={buttons}>
        <Button
          type="submit"
          variant="accent"
          isPending={mutation.isPending}
          isDisabled={!props.isComplete}
        >
          {props.save}
        </Button>
        <Button variant="secondary" onPress={props.onClose}>
          {intl.formatMessage({ id: 'common.cancel' })}
        </Button>
      </div>
    </Form>
  );
}

/** Makes the external ID and the policies; the role doesn't exist yet. */
export function PrepareForm({
  organizationId,
  onClose,
}: {
  organizationId: string;
  onClose: () => void;
}) {
  const intl = useIntl();
  const [region, setRegion] = useState(HOME_REGION);
  const mutation = useKeywayMutation(CONNECT_AWS);
  return (
    <FormView
      mutation={mutation}
      fields={['region']}
      save={intl.formatMessage({ id: 'aws.prepare' })}
      isComplete={region.trim() !== ''}
      onSave={() => mutation.send({ organizationId, region: region.trim() })}
      onClose={onClose}
    >
      <p className={text}>{intl.formatMessage({ id: 'aws.prepareAbout' })}</p>
      <RegionField value={region} onChange={setRegion} mutation={mutation} />
    </FormView>
  );
}

/** Shows what to paste, and stores the role that was made with it. */
export function RoleForm({
  organizationId,
  aws,
  onClose,
}: {
  organizationId: string;
  aws: AwsTrust;
  onClose: () => void;
}) {
  const intl = useIntl();
  const [roleArn, setRoleArn] = useState(aws.roleArn);
  const [region, setRegion] = useState(aws.region);
  const mutation = useKeywayMutation(CONNECT_AWS, { onDone: onClose });
  return (
    <FormView
      mutation={mutation}
      fields={['roleArn', 'region']}
      save={intl.formatMessage({ id: 'connection.save' })}
      isComplete={roleArn.trim() !== '' && region.trim() !== ''}
      onSave={() =>
        mutation.send({ organizationId, roleArn: roleArn.trim(), region: region.trim() })
      }
      onClose={onClose}
    >
      <AwsPolicies aws={aws} />
      <h3 className={heading}>{intl.formatMessage({ id: 'aws.step3' })}</h3>
      <TextField
        label={intl.formatMessage({ id: 'aws.roleArn' })}
        description={intl.formatMessage({ id: 'aws.roleArnHelp' })}
        isRequired
        value={roleArn}
        onChange={setRoleArn}
        {...toFieldProps(mutation.errors, 'roleArn')}
        {...PLAIN}
      />
      <RegionField value={region} onChange={setRegion} mutation={mutation} />
    </FormView>
  );
}

function RegionField({
  value,
  onChange,
  mutation,
}: {
  value: string;
  onChange: (region: string) => void;
  mutation: MutationState;
}) {
  const intl = useIntl();
  return (
    <TextField
      label={intl.formatMessage({ id: 'aws.region' })}
      description={intl.formatMessage({ id: 'aws.regionHelp' })}
      isRequired
      value={value}
      onChange={onChange}
      {...toFieldProps(mutation.errors, 'region')}
      {...PLAIN}
    />
  );
}
