/** The settings of the mail that Keyway sends. */
import { z } from 'zod';
import { decoded } from './addressTypes.ts';
import { optional } from './setting.ts';
import * as type from './settingTypes.ts';

const SEE_MAIL = 'See [mail](#mail)';
const EXPECTED =
  'an address such as smtp://user:password@mail.example.com:587, or one that starts with smtps://';

/** Where mail is sent through. */
export interface SmtpServer {
  /** TLS from the beginning; otherwise STARTTLS is required. */
  isSecure: boolean;
  host: string;
  port: number;
  /** Null: without signing in. Secret. */
  auth: { user: string; pass: string } | null;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

function readSmtp(text: string): SmtpServer | undefined {
  const url = URL.canParse(text) ? new URL(text) : null;
  const defaultPort = url && DEFAULT_PORTS[url.protocol];
  if (!url || !defaultPort || !url.hostname || !/^\/?$/.test(url.pathname)) return undefined;
  const [user, pass] = [decoded(url.username), decoded(url.password)];
  if (url.search || url.hash || user === null || pass === null) return undefined;
  if ((user === '') !== (pass === '')) return undefined;
  return {
    isSecure: url.protocol === 'smtps:',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? defaultPort : Number(url.port),
    auth: user === '' ? null : { user, pass },
  };
}

/** Never repeats the text: it may hold a password. */
const smtpServer = z
  .string()
  .transform((text, context) => {
    const server = readSmtp(text);
    if (server) return server;
    context.addIssue({ code: 'custom', message: `must be ${EXPECTED}` });
    return z.NEVER;
  })
  .describe(EXPECTED);

export const MAIL_SETTINGS = {
  smtpServer: optional({
    name: 'KEYWAY_SMTP_URL',
    description: `Server that digests of inboxes are sent through; TLS is required. ${SEE_MAIL}`,
    type: smtpServer,
    defaultText: 'none: nothing is sent',
    example: 'smtp://keyway:secret@mail.example.com:587',
    usedBy: ['worker'],
    secret: true,
  }),
  mailFrom: optional({
    name: 'KEYWAY_MAIL_FROM',
    description: `Address that mail comes from. Without it nobody can turn digests on. ${SEE_MAIL}`,
    type: type.email,
    defaultText: 'none: nothing is sent',
    example: 'keyway@example.com',
    usedBy: ['api', 'worker'],
  }),
};
