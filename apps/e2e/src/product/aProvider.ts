/** A sign-in provider of a customer: signs in whoever it is set to, without a question. */
import { OAuth2Server } from 'oauth2-mock-server';

export interface AProvider {
  issuer: string;
  /** The claims of whoever signs in next. */
  person: { sub: string; [claim: string]: unknown };
  stop: () => Promise<void>;
}

export async function aProvider(): Promise<AProvider> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  await server.start(0, 'localhost');
  const { url } = server.issuer;
  if (!url) throw new Error('The provider has no address.');
  const provider: AProvider = {
    issuer: url,
    person: { sub: 'nobody' },
    stop: () => server.stop(),
  };
  server.service.on('beforeTokenSigning', ({ payload }: { payload: object }) => {
    Object.assign(payload, provider.person);
  });
  server.service.on('beforeUserinfo', (answer: { body: unknown }) => {
    answer.body = provider.person;
  });
  return provider;
}

/** A person whose address the provider has verified. */
export const aPerson = (name: string, email: string, more: Record<string, unknown> = {}) => ({
  ...{ sub: email, name, email, email_verified: true },
  ...more,
});
