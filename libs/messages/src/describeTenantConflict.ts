import type { Locale, TenantConflict } from '@keyway/core';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/** That a connection is in another tenant than what is known, and what to do about it. */
export const describeTenantConflict = (
  { with: other, tenantId }: TenantConflict,
  connectionTenantId: string | null,
  locale: Locale,
): string =>
  format(
    messagesIn(locale).organization.otherTenant[other],
    { connected: connectionTenantId ?? '', tenant: tenantId },
    locale,
  );
