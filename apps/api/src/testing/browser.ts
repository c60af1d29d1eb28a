/** A browser for tests of signing in. */
import type { TestServer } from './aServer.ts';

/** A browser: keeps cookies by host, and takes our public address for the server under test. */
export class Browser {
  readonly #server: () => TestServer;
  readonly #publicUrl: string;
  readonly cookies = new Map<string, Map<string, string>>();
  setCookies: string[] = [];

  /** @param server asked for at each request: a test may put another in its place */
  constructor(server: () => TestServer, publicUrl: string) {
    this.#server = server;
    this.#publicUrl = publicUrl;
  }

  async get(url: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url.replace(this.#publicUrl, this.#server().url), {
      redirect: 'manual',
      ...init,
      headers: { cookie, ...init.headers },
    });
    this.setCookies = response.headers.getSetCookie();
    for (const line of this.setCookies) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/max-age=0/i.test(line) || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  }

  /** Follows redirects up to the one that would lead away from `/auth`. */
  async follow(from: string, init: RequestInit = {}): Promise<{ url: string; response: Response }> {
    let url = from;
    for (let hops = 0; hops < 15; hops += 1) {
      const response = await this.get(url, init);
      const location = response.headers.get('location');
      if (!location) return { url, response };
      const next = new URL(location, url).href;
      if (next.startsWith(this.#publicUrl) && !next.startsWith(`${this.#publicUrl}/auth/`))
        return { url: next, response };
      url = next;
    }
    throw new Error('redirected in circles');
  }

  async graphql(
    query: string,
    headers: Record<string, string> = { 'x-keyway-csrf': '1', origin: this.#publicUrl },
    variables: Record<string, unknown> = {},
  ) {
    const response = await this.get(`${this.#publicUrl}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json', ...headers },
    });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return { status: response.status, json: (await response.json()) as any };
  }
}
