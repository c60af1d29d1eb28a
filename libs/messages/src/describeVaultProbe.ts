import type { Locale, VaultProbeFacts } from '@keyway/core';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/** What the public facts of a vault mean. `vault` is its name. */
export const describeVaultProbe = (
  vault: string,
  { reason, tenantId, privateLink, againAfterSeconds = 60 }: VaultProbeFacts,
  locale: Locale,
): string =>
  format(
    messagesIn(locale).vaultProbe[reason],
    {
      ...{ vault, tenant: tenantId ?? '', link: privateLink ? 'private' : 'public' },
      seconds: againAfterSeconds,
    },
    locale,
  );
