/** `/auth/login` and `/auth/invitation/…`: lead the browser to a provider. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attemptCookie, safeReturnTo } from './attemptCookie.ts';
import type { Provider, Purpose } from './provider.ts';
import { invitationPath, purposePath } from './providers.ts';
import { sendPage } from './signInPage.ts';
import type { SignIn } from './signInRoutes.ts';

/** Sends the browser to the provider. */
async function begin(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  purpose: Purpose,
): Promise<FastifyReply> {
  try {
    const { attempt, url } = await provider.begin(purpose);
    return await reply
      .header('set-cookie', attemptCookie(attempt))
      .header('cache-control', 'no-store')
      .redirect(url.href, 303);
  } catch (error) {
    request.log.warn(
      { err: error, provider: provider.config.id, requestId: request.id },
      'the sign-in provider cannot be reached',
    );
    return sendPage(request, reply, 503, 'providerAway');
  }
}

/** To the provider that the address names; where it names none of several, people choose. */
function beginChosen(
  { providers }: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
  { path, ...given }: Omit<Purpose, 'otherAccount'> & { path: string },
): FastifyReply | Promise<FastifyReply> {
  const query = request.query as Record<string, unknown>;
  const provider = providers.chosen(query['provider']);
  const purpose = { ...given, otherAccount: query['otherAccount'] === '1' };
  if (provider) return begin(provider, request, reply, purpose);
  if (providers.all.length === 0) return sendPage(request, reply, 404, 'notSetUp');
  const links = providers.all.map(({ id, name }) => ({
    provider: name,
    url: purposePath(path, id, purpose),
  }));
  return sendPage(request, reply, 200, 'choose', { links });
}

export async function login(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { returnTo, stepUp } = request.query as { returnTo?: unknown; stepUp?: unknown };
  return beginChosen(signIn, request, reply, {
    path: '/auth/login',
    returnTo: safeReturnTo(returnTo, signIn.config.publicUrl),
    invitationToken: null,
    stepUp: stepUp === '1',
  });
}

/** The link of an invitation. Following it uses nothing up: only signing in does. */
export async function invitation(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { store, partnerId } = signIn;
  const { token } = request.params as { token: string };
  void reply.header('referrer-policy', 'no-referrer');
  const closed = await store.system().closedInvitation(partnerId, token);
  if (closed)
    return sendPage(request, reply, closed === 'invitationUnknown' ? 404 : 410, closed, {
      label: 'signIn',
    });
  return beginChosen(signIn, request, reply, {
    path: invitationPath(token),
    ...{ returnTo: '/', invitationToken: token, stepUp: false },
  });
}
