/** What an application signs in with: a client secret, a certificate, or trust in Keyway. */
import type { ComponentProps } from 'react';
import { Radio, RadioGroup, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { AzureCredentialKind } from '../../generated/enums.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { CertificateField } from './CertificateField.tsx';
import { SecretExpiryField } from './SecretExpiryField.tsx';

const KINDS = ['CLIENT_SECRET', 'CERTIFICATE', 'FEDERATED'] as const;
const help = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 8, minWidth: 0 });

/** What a customer enters in Entra. */
export interface Federation {
  issuer: string;
  subject: string;
  audience: string;
}

interface AzureCredentialFieldsProps {
  kind: AzureCredentialKind;
  onKind: (kind: string) => void;
  /** Null: it is not offered. */
  federation: Federation | null;
  /** The day on which a client secret expires. */
  expiry: ComponentProps<typeof SecretExpiryField>;
  /** Value, change handler and message of a field. */
  field: (name: 'clientSecret' | 'certificatePem') => ComponentProps<typeof TextField>;
}

export function AzureCredentialFields(props: AzureCredentialFieldsProps) {
  const { kind, onKind, federation, expiry } = props;
  const intl = useIntl();
  return (
    <>
      <RadioGroup
        label={intl.formatMessage({ id: 'connection.credential' })}
        value={kind}
        onChange={onKind}
      >
        {KINDS.filter((one) => one !== 'FEDERATED' || federation).map((one) => (
          <Radio key={one} value={one}>
            {intl.formatMessage({ id: `connection.credential.${one}` })}
          </Radio>
        ))}
      </RadioGroup>
      {kind === 'CLIENT_SECRET' ? (
        <>
          <TextField
            label={intl.formatMessage({ id: 'connection.clientSecret' })}
            type="password"
            isRequired
            description={intl.formatMessage({ id: 'connection.secretHelp' })}
            {...props.field('clientSecret')}
            autoComplete="new-password"
          />
          <SecretExpiryField {...expiry} />
        </>
      ) : null}
      {kind === 'CERTIFICATE' ? <CertificateField field={props.field} /> : null}
      {kind === 'FEDERATED' && federation ? <FederationValues federation={federation} /> : null}
    </>
  );
}

function FederationValues({ federation }: { federation: Federation }) {
  const intl = useIntl();
  const rows = (['issuer', 'subject', 'audience'] as const).map((name) => {
    const label = `connection.federation.${name}` as const;
    const text = federation[name];
    const copy = <CopyText text={text} label={intl.formatMessage({ id: label })} max={Infinity} />;
    return [label, copy] as const;
  });
  return (
    <div className={stack}>
      <p className={help}>{intl.formatMessage({ id: 'connection.federation.help' })}</p>
      <Facts rows={rows} />
    </div>
  );
}
