/** One organization: its details, its connections and its runs. */
import { useQuery } from '@apollo/client/react';
import { Button, Link, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { withAdministrationTexts } from '../../intl/administrationTexts.ts';
import { NoApproverPart } from '../../features/approvers/noApproverPart.tsx';
import { useOnlyOrganization, useOwnedOrganizations } from '../../features/viewer/ViewerQuery.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { ListSkeleton, PageSkeleton } from '../../ui/Skeleton.tsx';
import { runHref } from '../../ui/runAddress.ts';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { NotFoundPage } from '../../ui/NotFoundPage.tsx';
import { ArchiveOrganization } from './ArchiveOrganization.tsx';
import { ArchivedNotice } from './ArchivedNotice.tsx';
import { AdobeConnection } from './AdobeConnection.tsx';
import { AzureConnection } from './AzureConnection.tsx';
import { OrganizationFacts } from './OrganizationFacts.tsx';
import { OrganizationPeople } from './OrganizationPeople.tsx';
import { OrganizationRuns } from './OrganizationRuns.tsx';
import { START_RUN } from '../../features/organization/startRunDocument.ts';
import { ORGANIZATION_QUERY } from './organizationDocuments.ts';
import { useConnections } from '../../features/connections/useConnections.ts';

/** With the diagram of the run, which most visits don't need. */
const ownRun = lazyPart(async () => (await import('./OwnRun.tsx')).OwnRun);

/** With its picture and texts, below what the page is about. */
const organizationHealth = lazyPart(
  async () =>
    (await import('../../features/health/organization/OrganizationHealth.tsx')).OrganizationHealth,
);

/** With its forms and texts, for organizations on AWS alone. */
const awsConnection = lazyPart(async () => (await import('./AwsConnection.tsx')).AwsConnection);
/** With its texts, where a credential of Azure is stored. */
const azurePermissions = lazyPart(
  async () => (await import('./AzurePermissions.tsx')).AzurePermissions,
);
/** With its dialog and texts, which few visits need. */
const eventAddresses = lazyPart(
  async () => (await import('../../features/health/events/EventAddresses.tsx')).EventAddresses,
);

/** With its texts, which few visits need. */
const evidencePanel = lazyPart(
  async () => (await import('../../features/evidence/EvidencePanel.tsx')).EvidencePanel,
);

/** With its dialog and texts, for owners alone. */
const organizationPolicy = lazyPart(
  async () =>
    (await withAdministrationTexts(import('./OrganizationPolicy.tsx'))).OrganizationPolicy,
);

const columns = style({
  display: 'grid',
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    '@media (width >= 1100px)': ['minmax(0, 3fr)', 'minmax(0, 2fr)'],
  },
  gap: 24,
  alignItems: 'start',
});
/** As high as it is before keys are watched, so that what is below stays where somebody presses. */
const healthBox = style({ marginBottom: 24, minHeight: 148 });
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 24, minWidth: 0 });

export function OrganizationPage() {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const { organizationId } = useParams({ from: '/shell/organizations/$organizationId' });
  const isNew = useSearch({ from: '/shell/organizations/$organizationId' }).connect === 'now';
  const starting = useStartRun(organizationId);
  const { data, error, refetch } = useQuery(ORGANIZATION_QUERY, {
    variables: { id: organizationId, locale },
    fetchPolicy: 'cache-and-network',
  });
  const connections = useConnections(organizationId);
  // For who sees this organization alone, this page is home.
  const isHome = useOnlyOrganization()?.id === organizationId;
  const owned = useOwnedOrganizations();
  const isOwned = owned === null || owned.some(({ id }) => id === organizationId);
  const organization = data?.organization;
  usePageTitle(organization?.name);
  if (error && !data) {
    return (
      <ErrorState
        isPage
        what={intl.formatMessage({ id: 'organization.failed' })}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <PageSkeleton />;
  if (!organization) return <NotFoundPage />;
  const actionOf = (mutation: string) =>
    organization.nextActions.find((action) => action.mutation === mutation);
  const can = (mutation: string) => actionOf(mutation) !== undefined;
  const archiving = actionOf('archiveOrganization');
  const isComplete = organization.runs.edges.some(({ node }) => node.status === 'COMPLETED');
  const adobe = (
    <AdobeConnection
      organizationId={organization.id}
      cloud={organization.cloud}
      imsOrgId={organization.imsOrgId}
      // On AWS, Keyway needs no credential of Adobe.
      isNew={isNew && organization.cloud === 'AZURE'}
      connection={connections.adobe}
      mayChange={can('connectAdobe')}
      mayDisconnect={can('disconnectAdobe')}
    />
  );
  return (
    <>
      <PageHeader
        above={
          isHome ? null : (
            <Link href="/organizations" variant="secondary" isStandalone>
              {intl.formatMessage({ id: 'nav.organizations' })}
            </Link>
          )
        }
        title={organization.name}
        actions={
          <RunAction
            historyHref={
              isHome ? '/history' : `/history?organization=${encodeURIComponent(organization.id)}`
            }
            run={organization.currentRun}
            mayStart={can('startRun')}
            starting={starting}
          />
        }
      />
      {organization.archivedAt ? (
        <ArchivedNotice
          organizationId={organization.id}
          archivedAt={organization.archivedAt}
          mayRestore={can('restoreOrganization')}
        />
      ) : null}
      <MutationNotice mutation={starting.mutation} isSpaced />
      {isHome && organization.currentRun ? (
        <Part part={ownRun} isWanted props={{ runId: organization.currentRun.id }}>
          <ListSkeleton rows={3} columns={6} />
        </Part>
      ) : null}
      <div className={healthBox}>
        <Part
          part={organizationHealth}
          isWanted
          props={{
            organizationId: organization.id,
            cloud: organization.cloud,
            isArchived: organization.archivedAt !== null,
            isComplete,
          }}
        >
          <ListSkeleton rows={2} columns={3} />
        </Part>
      </div>
      <div className={columns}>
        <div className={stack}>
          <OrganizationFacts
            organization={organization}
            createdAt={organization.createdAt}
            settings={organization.settings}
            mayChange={can('updateOrganization')}
          />
          <OrganizationRuns runs={organization.runs.edges.map((edge) => edge.node)} />
          {organization.archivedAt ? null : (
            <NoApproverPart
              reason={organization.noApprover}
              organization={organization}
              about="organization"
            />
          )}
          <OrganizationPeople organizationId={organization.id} />
          {isOwned ? (
            <Part part={organizationPolicy} isWanted props={{ organizationId: organization.id }}>
              <ListSkeleton rows={4} columns={2} />
            </Part>
          ) : null}
        </div>
        <div className={stack}>
          {organization.cloud === 'AZURE' ? adobe : null}
          {organization.cloud === 'AZURE' ? (
            <AzureConnection
              organizationId={organization.id}
              tenantId={organization.azureTenantId}
              access={organization.azureConnected}
              credential={organization.azureCredential}
              federation={organization.azureFederation}
              isNew={isNew}
              connection={connections.azure}
              mayChange={can('connectAzure')}
              mayDisconnect={can('disconnectAzure')}
            />
          ) : (
            <Part
              part={awsConnection}
              isWanted
              props={{
                organizationId: organization.id,
                mayChange: can('connectAws'),
                mayDisconnect: can('disconnectAws'),
              }}
            >
              <ListSkeleton rows={2} columns={1} />
            </Part>
          )}
          {organization.cloud === 'AZURE' ? null : adobe}
          {connections.azure ? (
            <Part
              // A test reads them again.
              key={connections.azure.checkedAt}
              part={azurePermissions}
              isWanted
              props={{ organizationId: organization.id }}
            >
              <ListSkeleton rows={4} columns={1} />
            </Part>
          ) : null}
          {organization.archivedAt === null &&
          (organization.cloud === 'AZURE' || connections.adobe) ? (
            <Part
              part={eventAddresses}
              isWanted
              props={{
                organizationId: organization.id,
                cloud: organization.cloud,
                clientId: connections.adobe?.clientId ?? null,
                isComplete,
              }}
            >
              <ListSkeleton rows={2} columns={1} />
            </Part>
          ) : null}
          <Part part={evidencePanel} isWanted props={{ organizationId: organization.id }}>
            <ListSkeleton rows={2} columns={1} />
          </Part>
          {archiving ? (
            <ArchiveOrganization
              organizationId={organization.id}
              name={organization.name}
              needsReason={archiving.needsReason}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}

function useStartRun(organizationId: string) {
  const navigate = useNavigate();
  const mutation = useKeywayMutation(START_RUN, {
    onDone: ({ run }) => {
      if (run) void navigate({ to: '/runs/$runId', params: { runId: run.id } });
    },
  });
  return { mutation, start: () => mutation.send({ organizationId }) };
}

interface RunActionProps {
  historyHref: string;
  run?: { id: string; status: string } | null;
  mayStart: boolean;
  starting: ReturnType<typeof useStartRun>;
}

function RunAction({ historyHref, run, mayStart, starting }: RunActionProps) {
  const intl = useIntl();
  const isOver = !run || run.status === 'CANCELLED';
  return (
    <>
      {run ? (
        <LinkButton variant={isOver ? 'secondary' : 'accent'} href={runHref(run.id)}>
          {intl.formatMessage({ id: 'organization.openRun' })}
        </LinkButton>
      ) : null}
      {mayStart ? (
        <Button variant="accent" isPending={starting.mutation.isPending} onPress={starting.start}>
          {intl.formatMessage({ id: 'organization.startRun' })}
        </Button>
      ) : null}
      <LinkButton variant="secondary" href={historyHref}>
        {intl.formatMessage({ id: 'nav.history' })}
      </LinkButton>
    </>
  );
}
