/** Whether somebody has a role for one organization; apart, because the shell doesn't need it. */
import type { Role } from '../../generated/enums.ts';
import { useViewer } from './ViewerQuery.ts';

/** Undefined while loading. Only for what the console says; the server decides. */
export function useRoleFor(organizationId: string, ...roles: Role[]): boolean | undefined {
  return useViewer()?.grants.some(
    ({ role, organization }) =>
      roles.includes(role) && (organization === null || organization.id === organizationId),
  );
}
