/** Adobe's app registration (AEP-20) as facts, without evaluation (VAL-32). Pure. */
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { AppRegistrationFacts } from '@keyway/core';
import { z } from 'zod';

const text = z.string().min(1).max(4096);
const schema = z.object({
  id: z.string().nullish().catch(null),
  name: text,
  applicationUri: text,
  applicationId: text,
  applicationRedirectUrl: text,
});

/** Throws `badResponse` where one of the four fields is missing or no text. */
export function appRegistrationFacts(document: unknown): AppRegistrationFacts {
  const result = schema.safeParse(document);
  if (result.success) return { ...result.data, id: result.data.id ?? null };
  const field = result.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new ConnectorError(
    { kind: 'badResponse', code: OWN_CODES.unexpectedResponse },
    {
      detail: `The app registration has another form than expected${field === '' ? '' : `: ${field}`}`,
    },
  );
}
