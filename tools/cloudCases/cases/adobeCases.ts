/** Adobe, read-only: IMS and Experience Platform. Nothing is submitted (IRR-01). */
import type { AdobeConnection, AdobePort } from '@keyway/core';
import { differingFacts, differingFailure, failureIn, seen, type CloudCase } from '../cloudCase.ts';
import type { AdobeTarget } from '../target.ts';

const ABSENT_CONFIGURATION = 'keyway-no-such-configuration';

/** @param clientSecret of `target`, which may only name a variable */
export function adobeCases(
  { expected, configuration, ...target }: AdobeTarget,
  clientSecret: string,
  adobe: AdobePort,
): CloudCase[] {
  const { imsOrgId, host, clientId, scopes } = target;
  const connection: AdobeConnection = { imsOrgId, host, clientId, clientSecret, scopes };
  const offered = { missing: null };
  return [
    {
      ...{ id: 'adobe.credential', expected: 'IMS gives the credential a token', ...offered },
      ask: () => seen(() => adobe.tryCredential(connection)),
      differences: (found) => (found === null ? [] : differingFacts({}, found)),
    },
    {
      ...{ id: 'adobe.wrongSecret', expected: 'a refused credential', ...offered },
      ask: () =>
        seen(() => adobe.tryCredential({ ...connection, clientSecret: 'wrong-secret-of-keyway' })),
      differences: (found) => differingFailure({ kind: 'credential' }, found),
    },
    {
      id: 'adobe.appRegistration',
      expected: 'an app registration whose redirect names its own application (AEP-20, AEP-22)',
      ...offered,
      ask: () => seen(() => adobe.readAppRegistration(connection)),
      differences: (found) => [
        ...differingFacts({ ...expected.appRegistration }, found),
        ...(failureIn(found) ? [] : redirectDifferences(found)),
      ],
    },
    {
      ...{ id: 'adobe.configuration', expected: 'the configuration by its exact name' },
      missing: configuration ? null : 'the target names no adobe.configuration',
      ask: () => seen(() => adobe.readConfiguration(connection, configuration!)),
      differences: (found) => differingFacts({ ...expected.configuration }, found),
    },
    {
      ...{ id: 'adobe.absentConfiguration', expected: 'not found (ST-09)', ...offered },
      ask: () => seen(() => adobe.readConfiguration(connection, ABSENT_CONFIGURATION)),
      differences: (found) => differingFailure({ kind: 'notFound' }, found),
    },
  ];
}

function redirectDifferences(found: unknown): string[] {
  const { applicationId, applicationRedirectUrl } = found as Record<string, string>;
  const named = URL.parse(applicationRedirectUrl ?? '')?.searchParams.get('client_id');
  return named === applicationId
    ? []
    : [`the redirect names ${named ?? 'no application'}, and the application is ${applicationId}`];
}
