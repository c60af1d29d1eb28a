/**
 * Adds one organization and, where more is filled in, connects its clouds, starts its run, provides
 * its keys and attests its entitlement. Fields are validated while they are typed.
 */
import { Button, ButtonGroup, Form, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { FillFromFile } from '../../features/connections/FillFromFile.tsx';
import { NewOrganizationTexts } from '../../features/organization/NewOrganizationTexts.tsx';
import {
  OrganizationFields,
  TYPED_FIELDS,
} from '../../features/organization/OrganizationFields.tsx';
import { RolePage } from '../../features/viewer/RolePage.tsx';
import { useUnsavedChanges } from '../../routing/useUnsavedChanges.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { OfflineNote } from '../../ui/OfflineNote.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { organizationHref, runHref } from '../../ui/runAddress.ts';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { ActProgress } from './ActProgress.tsx';
import { AddedOrganization } from './AddedOrganization.tsx';
import { FurtherParts } from './FurtherParts.tsx';
import { useFilesOfClouds } from './useFilesOfClouds.ts';
import { useNewOrganization, type NewOrganization } from './useNewOrganization.ts';

const column = style({ maxWidth: 560, display: 'flex', flexDirection: 'column', rowGap: 16 });
const buttons = style({ marginTop: 8 });

export function NewOrganizationPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'organizations.new.title' });
  usePageTitle(title);
  return (
    <RolePage roles={['OWNER', 'OPERATOR']} title={title}>
      <NewOrganizationTexts>
        <NewOrganizationForm title={title} />
      </NewOrganizationTexts>
    </RolePage>
  );
}

function NewOrganizationForm({ title }: { title: string }) {
  const intl = useIntl();
  const adding = useNewOrganization();
  const { organization, further, states, press } = adding;
  const question = useUnsavedChanges(adding.hasUnsaved);
  const onText = useFilesOfClouds(adding);
  const added = states.organization;
  // Without a response it may be added: with another ID, it would be added twice.
  const isFixed = added?.status === 'done' || added?.status === 'unknown';
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'organizations.new.text' })}</PageHeader>
      <div className={column}>
        <MutationNotice
          mutation={{
            isPending: adding.isRunning,
            errors: added?.errors ?? [],
            failure: added?.failure ?? null,
            retry: () => press(null),
          }}
          fields={TYPED_FIELDS}
        />
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            press(event.currentTarget);
          }}
          validationBehavior="aria"
          size="L"
        >
          <FillFromFile
            help={further.onAzure ? intl.formatMessage({ id: 'newOrganization.files' }) : null}
            takesMany
            onText={onText}
          >
            {isFixed ? (
              <AddedOrganization draft={organization.draft} isAdded={added.status === 'done'} />
            ) : (
              <OrganizationFields {...organization.fields} />
            )}
            <FurtherParts adding={adding} />
          </FillFromFile>
          <ActProgress adding={adding} />
          <Buttons adding={adding} />
          <OfflineNote />
        </Form>
        {question}
      </div>
    </>
  );
}

function Buttons({ adding }: { adding: NewOrganization }) {
  const intl = useIntl();
  const { organizationId, runId, isLate } = adding;
  if (isLate && organizationId)
    return (
      <ButtonGroup styles={buttons}>
        {runId ? (
          <LinkButton variant="accent" href={runHref(runId)}>
            {intl.formatMessage({ id: 'newOrganization.openRun' })}
          </LinkButton>
        ) : null}
        <LinkButton
          variant={runId ? 'secondary' : 'accent'}
          href={organizationHref(organizationId)}
        >
          {intl.formatMessage({ id: 'newOrganization.openOrganization' })}
        </LinkButton>
      </ButtonGroup>
    );
  return (
    <ButtonGroup styles={buttons}>
      <Button type="submit" variant="accent" isPending={adding.isRunning || adding.isChecking}>
        {intl.formatMessage({
          id: organizationId ? 'newOrganization.continue' : 'organizations.add',
        })}
      </Button>
      <LinkButton
        variant="secondary"
        href={organizationId ? organizationHref(organizationId) : '/organizations'}
      >
        {intl.formatMessage({
          id: organizationId ? 'newOrganization.openOrganization' : 'common.cancel',
        })}
      </LinkButton>
    </ButtonGroup>
  );
}
