/** Corrects an organization: the fields that can change now, and why the others cannot. */
import { Button, ButtonGroup, Form } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { OrganizationFactsFragment } from '../../generated/graphql.ts';
import { useUnsavedChanges } from '../../routing/useUnsavedChanges.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import {
  OrganizationFields,
  TYPED_FIELDS,
} from '../../features/organization/OrganizationFields.tsx';
import { fieldLabel } from '../../features/organization/fieldLabel.ts';
import { useOrganizationCorrection, type Setting } from './useOrganizationCorrection.ts';

const fixed = style({
  font: 'body-sm',
  color: 'neutral-subdued',
  margin: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
});
const line = style({ margin: 0 });

interface OrganizationEditFormProps {
  organization: OrganizationFactsFragment;
  settings: readonly Setting[];
  onClose: () => void;
}

export function OrganizationEditForm({
  organization,
  settings,
  onClose,
}: OrganizationEditFormProps) {
  const intl = useIntl();
  const { fields, save, mutation, hasChanges } = useOrganizationCorrection(
    organization,
    settings,
    onClose,
  );
  const question = useUnsavedChanges(hasChanges);
  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <MutationNotice mutation={mutation} fields={TYPED_FIELDS} />
      <OrganizationFields {...fields} />
      <FixedFields settings={settings} />
      <ButtonGroup>
        <Button
          type="submit"
          variant="accent"
          isPending={mutation.isPending}
          isDisabled={!hasChanges}
        >
          {intl.formatMessage({ id: 'organization.save' })}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {intl.formatMessage({ id: 'common.cancel' })}
        </Button>
      </ButtonGroup>
      {question}
    </Form>
  );
}

/** Fields with the same reason share a line. */
function FixedFields({ settings }: { settings: readonly Setting[] }) {
  const intl = useIntl();
  const reasons = Map.groupBy(
    settings.filter(({ editable }) => !editable),
    ({ fixedBecause }) => fixedBecause ?? '',
  );
  if (reasons.size === 0) return null;
  return (
    <div className={fixed}>
      {[...reasons].map(([reason, same]) => (
        <p key={reason} className={line}>
          <strong>{intl.formatList(same.map(({ field }) => fieldLabel(intl, field)))}</strong>
          {': '}
          {reason}
        </p>
      ))}
    </div>
  );
}
