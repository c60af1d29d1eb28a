/**
 * Keyway's own identity in sandbox mode. The SDK's default chain also searches for credentials in
 * files and at the machine, and may call the real AWS for them.
 */
import type { OwnIdentity } from './awsSession.ts';

/** From the variables that the SDK knows; rejects where one is missing. */
export const environmentIdentity =
  (environment: Readonly<Record<string, string | undefined>>) => async (): Promise<OwnIdentity> => {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    } = environment;
    if (!accessKeyId || !secretAccessKey)
      throw new Error('AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set');
    return { accessKeyId, secretAccessKey, sessionToken: sessionToken || undefined };
  };
