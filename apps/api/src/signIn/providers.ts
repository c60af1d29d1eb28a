/** The sign-in providers of the settings. */
import type { ProviderConfig } from '../config.ts';
import { Provider, type Purpose } from './provider.ts';

export class Providers {
  readonly #providers: Provider[];

  constructor(configs: readonly ProviderConfig[], publicUrl: string) {
    this.#providers = configs.map((config) => new Provider(config, publicUrl));
  }

  /** By its ID; without one that is known, the only one there is. */
  chosen(id: unknown): Provider | null {
    const [first, ...others] = this.#providers;
    return this.find(id) ?? (others.length === 0 ? (first ?? null) : null);
  }

  find(id: unknown): Provider | null {
    return this.#providers.find(({ config }) => config.id === id) ?? null;
  }

  get all(): readonly ProviderConfig[] {
    return this.#providers.map(({ config }) => config);
  }
}

/** The partner's own, which the installation's settings name first; null without any. */
export const mainProvider = (all: readonly ProviderConfig[]): ProviderConfig | null =>
  all[0] ?? null;

/** Adds to a path of ours. */
export const withParameters = (path: string, parameters: Record<string, string>): string => {
  const query = new URLSearchParams(parameters).toString();
  return query ? `${path}?${query}` : path;
};

/** The address that begins a sign-in for the same purpose at a provider. */
export const purposePath = (
  path: string,
  provider: string,
  {
    stepUp,
    returnTo,
    otherAccount = false,
  }: Pick<Purpose, 'stepUp' | 'returnTo'> & Partial<Pick<Purpose, 'otherAccount'>>,
): string =>
  withParameters(path, {
    provider,
    ...(stepUp && { stepUp: '1' }),
    ...(returnTo !== '/' && { returnTo }),
    ...(otherAccount && { otherAccount: '1' }),
  });

/** The address of an invitation's link. */
export const invitationPath = (token: string): string =>
  `/auth/invitation/${encodeURIComponent(token)}`;

/** The address of a provider's button. With a single provider it needs no name. */
export const signInPath = (
  { id }: ProviderConfig,
  all: readonly ProviderConfig[],
  parameters: Record<string, string> = {},
): string =>
  withParameters('/auth/login', { ...(all.length > 1 && { provider: id }), ...parameters });
