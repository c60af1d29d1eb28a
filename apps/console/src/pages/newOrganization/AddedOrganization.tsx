/** What was added, in place of its fields: it is not added again. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { valueLabel } from '../../features/organization/fieldLabel.ts';
import type { Draft } from '../../features/organization/OrganizationFields.tsx';
import { Facts } from '../../ui/Facts.tsx';

const text = style({ font: 'body-sm', margin: 0 });

interface AddedOrganizationProps {
  draft: Draft;
  /** False: it may be, because the server didn't answer. */
  isAdded: boolean;
}

export function AddedOrganization({ draft, isAdded }: AddedOrganizationProps) {
  const intl = useIntl();
  const label = (field: 'cloud' | 'region' | 'shield') => valueLabel(intl, field, draft[field]);
  return (
    <>
      <p className={text}>
        {intl.formatMessage({
          id: isAdded ? 'newOrganization.added' : 'newOrganization.maybeAdded',
        })}
      </p>
      <Facts
        rows={[
          ['organizations.name', draft.name.trim()],
          ['common.imsOrgId', draft.imsOrgId.trim()],
          ['organizations.cloud', label('cloud')],
          ['organizations.region', label('region')],
          ['organizations.shield', label('shield')],
        ]}
      />
    </>
  );
}
