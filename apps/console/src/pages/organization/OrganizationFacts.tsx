/** The details of an organization, as terms and values, with a form that corrects them. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Button } from '@react-spectrum/s2';
import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { OrganizationFactsFragment } from '../../generated/graphql.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { OrganizationEditForm } from './OrganizationEditForm.tsx';
import type { Setting } from './useOrganizationCorrection.ts';

const list = style({
  display: 'grid',
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    '@media (width >= 700px)': ['180px', 'minmax(0, 1fr)'],
  },
  columnGap: 16,
  rowGap: { default: 4, '@media (width >= 700px)': 12 },
  margin: 0,
  font: 'ui',
  alignItems: 'center',
});
const term = style({ color: 'neutral-subdued' });
const value = style({ margin: 0, minWidth: 0 });

interface OrganizationFactsProps {
  organization: OrganizationFactsFragment;
  createdAt: string;
  settings: readonly Setting[];
  mayChange: boolean;
}

/** Shows the details, or the form in their place. */
export function OrganizationFacts({
  organization,
  createdAt,
  settings,
  mayChange,
}: OrganizationFactsProps) {
  const intl = useIntl();
  const [isEditing, setEditing] = useState(false);
  return (
    <Panel
      title={intl.formatMessage({ id: 'organization.facts' })}
      side={
        mayChange && !isEditing ? (
          <Button variant="secondary" size="S" onPress={() => setEditing(true)}>
            {intl.formatMessage({ id: 'organization.edit' })}
          </Button>
        ) : null
      }
    >
      {isEditing ? (
        <OrganizationEditForm
          organization={organization}
          settings={settings}
          onClose={() => setEditing(false)}
        />
      ) : (
        <FactList organization={organization} createdAt={createdAt} />
      )}
    </Panel>
  );
}

/** On AWS, Adobe has already set up the key of CJA (CJA-14). */
function pickCjaLabel({ cloud, ownsCja }: OrganizationFactsFragment) {
  if (ownsCja) return 'organization.cjaOwned';
  return cloud === 'AWS' ? 'organization.cjaNotNeeded' : 'organization.cjaNotOwned';
}

function FactList({
  organization,
  createdAt,
}: Pick<OrganizationFactsProps, 'organization' | 'createdAt'>) {
  const intl = useIntl();
  const ims = intl.formatMessage({ id: 'common.imsOrgId' });
  const tenant = intl.formatMessage({ id: 'organization.tenant' });
  const facts: [string, ReactNode][] = [
    [ims, <CopyText key="ims" text={organization.imsOrgId} label={ims} max={40} />],
    [
      intl.formatMessage({ id: 'organizations.cloud' }),
      intl.formatMessage({ id: `cloud.${organization.cloud}` }),
    ],
    [
      intl.formatMessage({ id: 'organizations.region' }),
      intl.formatMessage({ id: `region.${organization.region}` }),
    ],
    [
      intl.formatMessage({ id: 'organizations.shield' }),
      intl.formatMessage({ id: `shield.${organization.shield}` }),
    ],
    [
      intl.formatMessage({ id: 'track.CJA' }),
      intl.formatMessage({ id: pickCjaLabel(organization) }),
    ],
    [
      tenant,
      organization.azureTenantId ? (
        <CopyText key="tenant" text={organization.azureTenantId} label={tenant} max={40} />
      ) : (
        intl.formatMessage({
          id: organization.cloud === 'AWS' ? 'status.NOT_APPLICABLE' : 'organization.notKnown',
        })
      ),
    ],
    [intl.formatMessage({ id: 'organization.added' }), <RelativeTime key="added" at={createdAt} />],
  ];
  return (
    <dl className={list}>
      {facts.map(([name, shown]) => (
        <Fragment key={name}>
          <dt className={term}>{name}</dt>
          <dd className={value}>{shown}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
