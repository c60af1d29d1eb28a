/** The parts of the form that connect Adobe and Azure: the fields, or what a file filled in. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { AdobeFields } from '../../features/connections/AdobeFields.tsx';
import { AzureFields } from '../../features/connections/AzureFields.tsx';
import { Part } from './Part.tsx';
import type { NewOrganization } from './useNewOrganization.ts';

const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 4,
  font: 'body-sm',
  overflowWrap: 'anywhere',
});

interface PartsProps {
  adding: NewOrganization;
}

interface FromFileProps {
  of: 'adobe' | 'azure';
  clientId: string;
  onEdit: () => void;
}

function FromFile({ of, clientId, onEdit }: FromFileProps) {
  const intl = useIntl();
  return (
    <div className={line}>
      <span>{intl.formatMessage({ id: 'newOrganization.fromFile' }, { clientId })}</span>
      <ActionButton size="S" onPress={onEdit}>
        {intl.formatMessage({ id: `newOrganization.edit.${of}` })}
      </ActionButton>
    </div>
  );
}

export function AdobePart({ adding: { further, states, checks } }: PartsProps) {
  const intl = useIntl();
  const { adobe, lacking, isSent } = further;
  if (states.adobe?.status === 'done' && checks.adobe !== 'rejected') return null;
  const errors = states.adobe?.errors ?? [];
  const field = adobe.fieldOf(further.hasAdobe, isSent ? lacking.adobe : [], errors);
  const isFolded = adobe.isFolded && lacking.adobe.length + errors.length === 0 && !checks.adobe;
  return (
    <Part
      anchor="part-adobe"
      title={intl.formatMessage({ id: 'newOrganization.adobe' })}
      text={intl.formatMessage({ id: 'connection.adobe.about' })}
    >
      {isFolded ? (
        <FromFile of="adobe" clientId={adobe.draft.clientId} onEdit={adobe.unfold} />
      ) : (
        <AdobeFields draft={adobe.draft} change={adobe.change} field={field} />
      )}
    </Part>
  );
}

export function AzurePart({ adding: { further, states, checks, organizationId } }: PartsProps) {
  const intl = useIntl();
  const { azure, lacking, isSent } = further;
  if (states.azure?.status === 'done' && checks.azure !== 'rejected') return null;
  const errors = states.azure?.errors ?? [];
  const fieldOf = azure.fieldOf(further.hasAzure, isSent ? lacking.azure : [], errors);
  const isFolded = azure.isFolded && lacking.azure.length + errors.length === 0 && !checks.azure;
  return (
    <Part
      anchor="part-azure"
      title={intl.formatMessage({ id: 'newOrganization.azure' })}
      text={`${intl.formatMessage({ id: 'connection.azure.about' })} ${intl.formatMessage({ id: 'newOrganization.federated' })}`}
    >
      {isFolded ? (
        <FromFile of="azure" clientId={azure.draft.clientId} onEdit={azure.unfold} />
      ) : (
        <AzureFields
          draft={azure.draft}
          change={azure.change}
          field={(name) => ({ ...fieldOf(name), value: azure.draft[name] })}
          federation={null}
          // Before, it is one of the organization's own fields.
          hasTenant={organizationId !== null}
        />
      )}
    </Part>
  );
}
