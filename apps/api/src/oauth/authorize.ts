/**
 * `/oauth/authorize`: GET shows what a program asks for, and changes nothing; POST is the person's
 * answer, which brings a code to the program (RFC 6749, RFC 7636, RFC 8252).
 */
import { SCOPES, type Locale, type Scope } from '@keyway/core';
import { consentText } from '@keyway/messages';
import { Refused, usableScopes, type Authenticated } from '@keyway/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '../signIn/signInPage.ts';
import { withParameters } from '../signIn/providers.ts';
import {
  authenticateGuarded,
  cookieValue,
  isOwnOrigin,
  SESSION_COOKIE,
} from '../transport/authenticate.ts';
import { requestLocale } from '../transport/requestLocale.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';
import { signInAgainUrl, stepUpRefusal } from '../viewer/stepUp.ts';
import {
  answerUrl,
  authorizationPath,
  CLIENT_ID,
  parseAuthorizationRequest,
  type AuthorizationRequest,
} from './authorizationRequest.ts';
import {
  consentHeaders,
  consentPage,
  DAYS,
  DEFAULT_DAYS,
  EXTRA_SCOPES,
  type Chosen,
  type Consent,
} from './consentPage.ts';
import { consentToken, isConsentToken } from './consentToken.ts';
import type { Oauth } from './oauthRoutes.ts';

const SECONDS_OF_DAY = 86_400;

/** A request that is well formed, of a person who is signed in. */
interface Asked {
  oauth: Oauth;
  request: FastifyRequest;
  reply: FastifyReply;
  asked: AuthorizationRequest;
  viewer: Authenticated;
  cookieToken: string;
  locale: Locale;
}

/** Answers what is wrong with a request; otherwise continues with what it asks for. */
async function withRequest(
  oauth: Oauth,
  [request, reply]: [FastifyRequest, FastifyReply],
  parameters: URLSearchParams,
  work: (asked: Asked) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { publicUrl } = oauth.config;
  void reply.header('cache-control', 'no-store');
  const parsed = parseAuthorizationRequest(parameters);
  if ('invalid' in parsed)
    return sendPage(request, reply, 400, parsed.invalid, { retry: '/', label: 'home' });
  if ('error' in parsed) {
    const { redirectUri, ...answer } = parsed;
    return reply.redirect(answerUrl(redirectUri, publicUrl, answer), 303);
  }
  const returnTo = authorizationPath(parsed.request);
  const cookieToken = cookieValue(request.headers.cookie, SESSION_COOKIE);
  const credential = cookieToken ? ({ kind: 'session', token: cookieToken } as const) : null;
  const viewer = await authenticateGuarded(oauth, oauth.guard, credential, request.ip);
  if (!viewer || !cookieToken)
    return reply.redirect(withParameters('/auth/login', { returnTo }), 303);
  const asked = { providers: oauth.config.providers, now: oauth.now() };
  // A token is access that lasts, as `createApiToken` gives it.
  if (stepUpRefusal(viewer, 'createApiToken', asked))
    return sendPage(request, reply, 403, 'oauthSignInAgain', {
      retry: `${signInAgainUrl(viewer, asked)}&${new URLSearchParams({ returnTo })}`,
      label: 'signIn',
    });
  const locale = requestLocale(request, reply);
  return work({ oauth, request, reply, viewer, cookieToken, locale, asked: parsed.request });
}

const offeredTo = ({ grants }: Authenticated, { scopes }: AuthorizationRequest): Scope[] => {
  const usable = usableScopes(grants);
  return SCOPES.filter((scope) => scopes.includes(scope) && usable.includes(scope));
};

function showConsent(
  { asked, viewer, cookieToken, reply, locale }: Asked,
  chosen: Chosen,
  problem: Consent['problem'] = null,
): FastifyReply {
  const offered = offeredTo(viewer, asked);
  const token = consentToken(cookieToken, asked);
  return reply
    .code(problem ? 400 : 200)
    .type('text/html; charset=utf-8')
    .headers(consentHeaders(asked))
    .send(consentPage({ viewer, request: asked, offered, chosen, token, problem }, locale));
}

export const showAuthorization = (
  oauth: Oauth,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  return withRequest(oauth, [request, reply], new URLSearchParams(query), (given) =>
    showConsent(given, {
      scopes: given.asked.scopes.filter((scope) => !EXTRA_SCOPES.has(scope)),
      name: consentText('defaultName', given.locale, { date: oauth.now().slice(0, 10) }),
      days: DEFAULT_DAYS,
    }),
  );
};

/** The name as it is kept; null where it can't be one. */
function tokenName(given: string): string | null {
  const validate = new InputValidator();
  const name = validate.name('name', given);
  try {
    validate.pass();
    return name;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

export const answerAuthorization = (
  oauth: Oauth,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const form = request.body as URLSearchParams;
  const { publicUrl } = oauth.config;
  return withRequest(oauth, [request, reply], form, async (given) => {
    const { asked, viewer, cookieToken } = given;
    if (
      !isOwnOrigin(request.headers.origin, publicUrl) ||
      !isConsentToken(form.get('consent'), cookieToken, asked)
    )
      return sendPage(request, reply, 403, 'oauthStale', { retry: authorizationPath(asked) });
    const { redirectUri, state } = asked;
    const answer = (what: { code: string } | { error: 'access_denied' }): FastifyReply =>
      reply.redirect(answerUrl(redirectUri, publicUrl, { state, ...what }), 303);
    if (form.get('decision') !== 'allow') return answer({ error: 'access_denied' });
    const chosen = {
      scopes: offeredTo(viewer, asked).filter((scope) => form.getAll('grant').includes(scope)),
      name: form.get('name') ?? '',
      days: DAYS.find((days) => String(days) === form.get('days')) ?? DEFAULT_DAYS,
    };
    if (chosen.scopes.length === 0) return showConsent(given, chosen, 'nothingChosen');
    const name = tokenName(chosen.name);
    if (name === null) return showConsent(given, chosen, 'nameProblem');
    const { partnerId, id: memberId, session } = viewer;
    const code = await oauth.store.authorizationCodes.create({
      ...{ partnerId, memberId, sessionId: session!.id, clientId: CLIENT_ID, redirectUri },
      challenge: Buffer.from(asked.challenge, 'base64url'),
      ...{ scopes: chosen.scopes, tokenName: name, tokenSeconds: chosen.days * SECONDS_OF_DAY },
    });
    return answer({ code });
  });
};
