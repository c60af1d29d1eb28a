/** Who asks for evidence, and for what. Outside GraphQL, so that it can be streamed and linked. */
import { LOCALES, hasScope, parseGlobalId, type Locale } from '@keyway/core';
import type { Authenticated, EvidenceRange } from '@keyway/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CredentialGuard } from '../limits/credentialGuard.ts';
import { parseInstant } from '../schema/instant.ts';
import {
  authenticateGuarded,
  credentialOf,
  type Authentication,
} from '../transport/authenticate.ts';
import { sendText } from '../transport/sendText.ts';

/** Of the partner's own entries, instead of an organization's ID. */
const PARTNER_CHAIN = 'partner';
/** A link of the console is followed by the browser, which says where it was. */
const OWN_SITES: readonly unknown[] = [undefined, 'same-origin', 'none'];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The chain that a path names; undefined where it names none. */
export function chainOfPath(name: string): string | null | undefined {
  if (name === PARTNER_CHAIN) return null;
  return parseGlobalId('Organization', name) ?? undefined;
}

/**
 * Sets the viewer before requests are counted, by token or session. A session counts for pages of
 * this installation alone: a link elsewhere must not export anything.
 */
export function authenticateReader(
  authentication: Authentication,
  guard: CredentialGuard,
  publicUrl: string,
) {
  return async (request: FastifyRequest): Promise<void> => {
    const { authorization, cookie, origin } = request.headers;
    const preflighted =
      request.headers['x-keyway-csrf'] !== undefined ||
      OWN_SITES.includes(request.headers['sec-fetch-site']);
    const credential = credentialOf({ authorization, cookie, origin, preflighted }, publicUrl);
    request.viewer = await authenticateGuarded(authentication, guard, credential, request.ip);
  };
}

/** The viewer, or null after the response that says why there is none. */
export function readerOf(request: FastifyRequest, reply: FastifyReply): Authenticated | null {
  const { viewer } = request;
  if (!viewer) {
    void reply.header('www-authenticate', 'Bearer realm="keyway"');
    void sendText(request, reply, 401, 'evidenceSignIn');
    return null;
  }
  if (!hasScope(viewer, 'read')) {
    void sendText(request, reply, 403, 'evidenceReadScope');
    return null;
  }
  return viewer;
}

export interface PackParameters extends EvidenceRange {
  locale: Locale;
}

/** A date is its beginning in UTC. In a query `+` is a space, which no instant has. */
const instantOf = (text: string): string | null =>
  parseInstant(DATE.test(text) ? `${text}T00:00:00Z` : text.replaceAll(' ', '+'));

type Refused = {
  name: 'evidenceTime' | 'evidenceRange' | 'evidenceParameter' | 'evidenceLocale';
  parameter: string;
};

/** The parameters of a pack, or which of them is wrong. */
export function packParameters(query: Record<string, unknown>): PackParameters | Refused {
  for (const [parameter, value] of Object.entries(query))
    if (!['since', 'until', 'locale'].includes(parameter) || typeof value !== 'string')
      return { name: 'evidenceParameter', parameter: parameter.slice(0, 50) };
  // Cast: every value is a text.
  const given = query as Partial<Record<'since' | 'until' | 'locale', string>>;
  const range: EvidenceRange = { since: null, until: null };
  for (const parameter of ['since', 'until'] as const) {
    const text = given[parameter];
    if (text === undefined) continue;
    range[parameter] = instantOf(text);
    if (range[parameter] === null) return { name: 'evidenceTime', parameter };
  }
  const { since, until } = range;
  if (since !== null && until !== null && since >= until)
    return { name: 'evidenceRange', parameter: 'until' };
  const locale = LOCALES.find((one) => one === (given.locale ?? 'en'));
  return locale ? { ...range, locale } : { name: 'evidenceLocale', parameter: 'locale' };
}
