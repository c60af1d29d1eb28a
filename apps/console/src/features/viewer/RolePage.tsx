/**
 * A page that changes something of the whole partner. Who may not do that sees why, in place of a
 * form.
 */
import type { ReactNode } from 'react';
import { LinkButton } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import type { Role } from '../../generated/enums.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { useViewer } from './ViewerQuery.ts';
import { hasRole } from './viewerAccess.ts';

interface RolePageProps {
  /** Who may, with the role for every organization; the server decides all the same. */
  roles: readonly Role[];
  title: string;
  children: ReactNode;
}

export function RolePage({ roles, title, children }: RolePageProps) {
  const intl = useIntl();
  const viewer = useViewer();
  if (!viewer) return <PageSkeleton />;
  if (hasRole(viewer.grants, roles, 'partner')) return children;
  return (
    <EmptyState
      isPage
      title={title}
      actions={
        <LinkButton variant="secondary" href="/organizations">
          {intl.formatMessage({ id: 'action.goOrganizations' })}
        </LinkButton>
      }
    >
      {intl.formatMessage({
        id: hasRole(viewer.grants, roles, 'anywhere') ? 'error.partnerOnly' : 'error.forbidden',
      })}
    </EmptyState>
  );
}
