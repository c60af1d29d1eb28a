/** Why a cloud refused a stored credential, and what to do. Only the cloud's code is stored. */
import {
  failureValues,
  READ_SUBSCRIPTION,
  type FailedCloud,
  type FailureHead,
  type Locale,
  type Organization,
} from '@keyway/core';
import { describeHint } from './describeFailure.ts';

/** After signing in, a trial only reads the subscription. */
const failureOf = (code: string | null, cloud: FailedCloud): FailureHead =>
  cloud === 'azure' && code === 'AuthorizationFailed'
    ? { kind: 'denied', code, permission: READ_SUBSCRIPTION }
    : { kind: 'credential', code };

/**
 * Why the trial of a credential failed and what to do. `code` is the cloud's own, as stored; null
 * where it gave none.
 */
export function describeRefusedCredential(
  { code, cloud }: { code: string | null; cloud: FailedCloud },
  organization: Pick<Organization, 'imsOrgId' | 'region'>,
  locale: Locale,
): { cause: string; remedy: string } {
  const failure = failureOf(code, cloud);
  return describeHint(failure, failureValues(failure, cloud, organization), cloud, locale);
}
