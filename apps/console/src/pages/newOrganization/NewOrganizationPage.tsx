/** Adds one organization. Fields are validated while they are typed. */
import { Button, ButtonGroup, Form, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useUnsavedChanges } from '../../routing/useUnsavedChanges.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import {
  OrganizationFields,
  TYPED_FIELDS,
} from '../../features/organization/OrganizationFields.tsx';
import { RolePage } from '../../features/viewer/RolePage.tsx';
import { useOrganizationDraft } from './useOrganizationDraft.ts';

const column = style({ maxWidth: 560, display: 'flex', flexDirection: 'column', rowGap: 16 });
const buttons = style({ marginTop: 8 });

export function NewOrganizationPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'organizations.new.title' });
  usePageTitle(title);
  return (
    <RolePage roles={['OWNER', 'OPERATOR']} title={title}>
      <NewOrganizationForm title={title} />
    </RolePage>
  );
}

function NewOrganizationForm({ title }: { title: string }) {
  const intl = useIntl();
  const { fields, submit, mutation, hasChanges } = useOrganizationDraft();
  const question = useUnsavedChanges(hasChanges);
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'organizations.new.text' })}</PageHeader>
      <div className={column}>
        <MutationNotice mutation={mutation} fields={TYPED_FIELDS} />
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
          validationBehavior="aria"
          size="L"
        >
          <OrganizationFields {...fields} />
          <ButtonGroup styles={buttons}>
            <Button type="submit" variant="accent" isPending={mutation.isPending}>
              {intl.formatMessage({ id: 'organizations.add' })}
            </Button>
            <LinkButton variant="secondary" href="/organizations">
              {intl.formatMessage({ id: 'common.cancel' })}
            </LinkButton>
          </ButtonGroup>
        </Form>
        {question}
      </div>
    </>
  );
}
