/**
 * The type of `KEYWAY_OIDC_PROVIDERS`: a JSON list. Its messages name an entry and a field, never a
 * value, since some are secret.
 */
import { z } from 'zod';
import { issuer } from './addressTypes.ts';
import { readSettingFile } from './readSettingFile.ts';

/** The ID of the provider that the `OIDC_` variables name. */
export const MAIN_PROVIDER = 'main';

const text = z.string('must be text').trim().min(1, 'must not be empty').max(2000, 'is too long');

const entry = z
  .strictObject({
    id: text
      .regex(
        /^[a-z][a-z0-9-]{0,39}$/,
        'must start with a lower-case letter and have up to 40 of a-z, 0-9 and -',
      )
      .refine((id) => id !== MAIN_PROVIDER, `must not be ${MAIN_PROVIDER}: that is OIDC_ISSUER`),
    name: text.regex(
      /^[^\p{Cc}\u2028-\u202e\u2066-\u2069]{1,60}$/u,
      'must have 1 to 60 visible characters',
    ),
    issuer: text.pipe(issuer),
    clientId: text,
    clientSecret: text.optional(),
    clientSecretFile: text.optional(),
    emailDomains: z
      .array(
        text.regex(
          /^(\*|[^\s@*,]+\.[^\s@*,]+)$/,
          'must have domains such as contoso.com, or "*" for any',
        ),
        'must be a list of domains',
      )
      .max(100, 'must have at most 100 domains')
      .transform((domains) => domains.map((domain) => domain.toLowerCase())),
    emailTrusted: z.boolean('must be true or false').default(false),
    acr: text.optional(),
    maxAge: z
      .int('must be a whole number of seconds from 60 to 86400')
      .min(60, 'must be a whole number of seconds from 60 to 86400')
      .max(86_400, 'must be a whole number of seconds from 60 to 86400')
      .optional(),
  })
  .transform(({ clientSecret, clientSecretFile, acr, maxAge, ...plain }, context) => {
    const provider = { ...plain, acr: acr ?? null, maxAge: maxAge ?? null };
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message });
      return z.NEVER;
    };
    if (clientSecret && clientSecretFile)
      return refuse('clientSecret', 'and clientSecretFile are both set; set only one of them');
    if (clientSecret) return { ...provider, clientSecret };
    if (!clientSecretFile) return refuse('clientSecret', 'is required, or clientSecretFile');
    try {
      return { ...provider, clientSecret: readSettingFile(clientSecretFile) };
    } catch (error) {
      return refuse('clientSecretFile', `cannot be read: ${(error as Error).message}`);
    }
  });
export type SignInProvider = z.output<typeof entry>;

/** The first field that two entries have alike. */
function twice(providers: readonly SignInProvider[]): string | null {
  for (const field of ['id', 'name', 'issuer'] as const) {
    const values = providers.map((provider) => provider[field].toLowerCase());
    const index = values.findIndex((value, place) => values.indexOf(value) < place);
    if (index >= 0)
      return `has the same ${field} in two entries (the second is entry ${index + 1})`;
  }
  return null;
}

/** The first problem of the list. */
function problemOf({ issues }: z.ZodError): string {
  const { path, message, ...issue } = issues[0]!;
  const [index, field] = path;
  if (typeof index !== 'number') return 'must be a list, with an entry for each provider';
  if (issue.code === 'unrecognized_keys')
    return `has an unknown field in entry ${index + 1}: ${issue.keys.join(', ')}`;
  if (field === undefined) return `has no object as entry ${index + 1}`;
  return `is wrong in entry ${index + 1}: ${String(field)} ${message === 'must be text' ? 'is required' : message}`;
}

function read(text: string): SignInProvider[] | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'is not JSON';
  }
  const { success, data, error } = z.array(entry).min(1).max(20).safeParse(json);
  return success ? (twice(data) ?? data) : problemOf(error);
}

export const signInProviders = z
  .string()
  .transform((text, context) => {
    const found = read(text);
    if (typeof found !== 'string') return found;
    context.addIssue({ code: 'custom', message: found });
    return z.NEVER;
  })
  .describe('a JSON list of providers');
