/**
 * Reads the organization's own app registration (AEP-19); it is per organization and never
 * remembered across them (AEP-23).
 */
import type { AdobeConnection, AppRegistrationFacts } from '@keyway/core';
import { readPlatform } from '../callPlatform.ts';
import type { Platform } from '../callPlatform.ts';
import { appRegistrationFacts } from '../facts/appRegistrationFacts.ts';
import { documentOf } from '../wire/responseFailure.ts';

const PATH = '/data/infrastructure/manager/byok/app-registration';

export async function readAppRegistration(
  platform: Platform,
  connection: AdobeConnection,
  signal: AbortSignal | null,
): Promise<AppRegistrationFacts> {
  const answer = await readPlatform(platform, connection, { path: PATH, signal });
  return appRegistrationFacts(documentOf(answer));
}
