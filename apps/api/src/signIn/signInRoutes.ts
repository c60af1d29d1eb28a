/**
 * `/auth/login`, `/auth/invitation/…`, `/auth/callback` and `/auth/logout`: OIDC with code flow,
 * PKCE, state and nonce; then a session cookie.
 */
import type { Store } from '@keyway/store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { invitation, login } from './beginSignIn.ts';
import { callback } from './finishSignIn.ts';
import { Providers } from './providers.ts';
import { logout } from './signOut.ts';

export interface SignInOptions {
  config: Pick<Config, 'providers' | 'publicUrl' | 'session' | 'ownerEmail'>;
  store: Store;
  /** The partner of everybody who signs in. */
  partnerId: string;
}

/** What the routes share. */
export interface SignIn extends SignInOptions {
  providers: Providers;
}

type Route = (
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

export function addSignInRoutes(server: FastifyInstance, options: SignInOptions): void {
  const { providers, publicUrl } = options.config;
  const signIn = { ...options, providers: new Providers(providers, publicUrl) };
  const of = (route: Route) => (request: FastifyRequest, reply: FastifyReply) =>
    route(signIn, request, reply);
  server.get('/auth/login', of(login));
  server.get('/auth/invitation/:token', of(invitation));
  server.get('/auth/callback', of(callback));
  server.get('/auth/callback/:provider', of(callback));
  server.post('/auth/logout', of(logout));
}
