/** Which permissions the stored credential has, step by step, beside the roles ready to paste. */
import { useQuery } from '@apollo/client/react';
import { Badge } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { AzurePermissionTexts } from '../../features/organization/AzurePermissionTexts.tsx';
import type { AzurePermissionsFieldsFragment } from '../../generated/graphql.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { AZURE_PERMISSIONS_QUERY } from './azurePermissionsDocuments.ts';

type Permission = AzurePermissionsFieldsFragment['permissions'][number];

const text = style({ font: 'body-sm', margin: 0 });
const heading = style({ font: 'title-sm', margin: 0, marginTop: 16, marginBottom: 8 });
const list = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
});
/** The states below each other, however long the names beside them are. */
const line = style({
  display: 'grid',
  gridTemplateColumns: ['96px', 'minmax(0, 1fr)'],
  columnGap: 8,
  alignItems: 'baseline',
});
const code = style({ font: 'code-sm', overflowWrap: 'anywhere', minWidth: 0 });
const scopeText = style({
  font: 'body-xs',
  color: 'neutral-subdued',
  margin: 0,
  overflowWrap: 'anywhere',
});

const ORDER = { MISSING: 0, UNKNOWN: 1, GRANTED: 2 } as const;
const VARIANTS = { MISSING: 'negative', UNKNOWN: 'neutral', GRANTED: 'positive' } as const;

interface AzurePermissionsProps {
  organizationId: string;
}

export const AzurePermissions = (props: AzurePermissionsProps) => (
  <AzurePermissionTexts>
    <Permissions {...props} />
  </AzurePermissionTexts>
);

function Permissions({ organizationId: id }: AzurePermissionsProps) {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(AZURE_PERMISSIONS_QUERY, { variables: { id } });
  const title = intl.formatMessage({ id: 'azurePermissions.title' });
  const organization = data?.organization;
  if (!organization)
    return (
      <Panel title={title}>
        {error ? (
          <ErrorState
            what={intl.formatMessage({ id: 'azurePermissions.failed' })}
            error={error}
            onRetry={() => void refetch()}
          />
        ) : (
          <ListSkeleton rows={4} columns={1} />
        )}
      </Panel>
    );
  const { permissions, azureRoles } = organization;
  if (permissions.length === 0) return null;
  const missing = permissions.filter(({ state }) => state === 'MISSING').length;
  return (
    <Panel title={title}>
      <p className={text}>{intl.formatMessage({ id: 'azurePermissions.about' }, { missing })}</p>
      <Disclosure
        show={intl.formatMessage({ id: 'azurePermissions.show' })}
        hide={intl.formatMessage({ id: 'azurePermissions.hide' })}
        isOpenAtFirst={missing > 0}
      >
        {stepsOf(permissions).map(([key, ofStep]) => (
          <StepPermissions key={key} permissions={ofStep} />
        ))}
      </Disclosure>
      <Disclosure
        show={intl.formatMessage({ id: 'azurePermissions.showRoles' })}
        hide={intl.formatMessage({ id: 'azurePermissions.hideRoles' })}
      >
        <p className={text}>{intl.formatMessage({ id: 'azurePermissions.rolesAbout' })}</p>
        {azureRoles.map(({ name, scope, definition }) => (
          <section key={name}>
            <h3 className={heading}>{name}</h3>
            <p className={scopeText}>{scope}</p>
            <CodeBlock text={definition} label={name} />
          </section>
        ))}
      </Disclosure>
    </Panel>
  );
}

/** In the order of the answer, which is that of the steps. */
function stepsOf(permissions: readonly Permission[]): [string, Permission[]][] {
  const byStep = new Map<string, Permission[]>();
  for (const one of permissions) {
    const key = `${one.track ?? ''}:${one.step}`;
    byStep.set(key, [...(byStep.get(key) ?? []), one]);
  }
  return [...byStep];
}

function StepPermissions({ permissions }: { permissions: readonly Permission[] }) {
  const intl = useIntl();
  const [{ step, track } = { step: 'VAULT' as const, track: null }] = permissions;
  const name = intl.formatMessage({ id: `step.${step}` });
  const about = track ? `${intl.formatMessage({ id: `track.${track}` })} · ${name}` : name;
  return (
    <section>
      <h3 className={heading}>{about}</h3>
      <ul className={list} aria-label={about}>
        {permissions
          .toSorted((one, other) => ORDER[one.state] - ORDER[other.state])
          .map(({ permission, scope, state }) => (
            <li key={permission}>
              <div className={line}>
                <span>
                  <Badge
                    variant={VARIANTS[state]}
                    fillStyle={state === 'MISSING' ? 'bold' : 'subtle'}
                    size="S"
                  >
                    {intl.formatMessage({ id: `azurePermissions.${state}` })}
                  </Badge>
                </span>
                <div className={style({ minWidth: 0 })}>
                  <span className={code}>{permission}</span>
                  {state === 'MISSING' ? (
                    <p className={scopeText}>
                      {intl.formatMessage(
                        { id: 'azurePermissions.missingOn' },
                        { permission, scope },
                      )}
                    </p>
                  ) : null}
                </div>
              </div>
            </li>
          ))}
      </ul>
    </section>
  );
}
