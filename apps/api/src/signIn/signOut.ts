/** `/auth/logout`: ends the session here, and says where the provider ends its own. */
import { httpText } from '@keyway/messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieValue, isOwnOrigin, SESSION_COOKIE } from '../transport/authenticate.ts';
import { requestLocale } from '../transport/requestLocale.ts';
import { expiredCookie } from './attemptCookie.ts';
import type { SignIn } from './signInRoutes.ts';

/** A provider that doesn't answer keeps nobody from signing out. */
const LONGEST_WAIT_MILLISECONDS = 3000;

/** 204, or 200 with `{ endSessionUrl }`, where the browser goes next. */
export async function logout(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { origin } = request.headers;
  if (
    request.headers['x-keyway-csrf'] === undefined ||
    !isOwnOrigin(origin, signIn.config.publicUrl)
  ) {
    const locale = requestLocale(request, reply);
    return reply.code(403).send({ error: httpText('csrfHeaderMissing', locale) });
  }
  const token = cookieValue(request.headers.cookie, SESSION_COOKIE);
  const endSessionUrl = token && (await endBoth(signIn, request, token));
  void reply
    .header('set-cookie', expiredCookie(SESSION_COOKIE))
    .header('cache-control', 'no-store');
  return endSessionUrl ? reply.send({ endSessionUrl }) : reply.code(204).send();
}

/** Ends the session, and gives the address of the provider's page that ends the provider's. */
async function endBoth(
  { store, providers }: SignIn,
  request: FastifyRequest,
  token: string,
): Promise<string | null> {
  const ended = await store.system().endSession(token);
  const provider = ended && providers.find(ended.provider);
  if (!provider) return null;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('it took too long')), LONGEST_WAIT_MILLISECONDS);
  });
  try {
    return await Promise.race([provider.endSessionUrl(ended.idToken), tooLate]);
  } catch (error) {
    request.log.warn(
      { err: error, provider: provider.config.id, requestId: request.id },
      'the sign-in provider cannot be reached to sign out there',
    );
    return null;
  } finally {
    clearTimeout(timer);
  }
}
