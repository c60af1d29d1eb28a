/** Records the requests and the errors of a browser's pages. */
import type { BrowserContext, Page, Request } from '@playwright/test';
import { runningProduct } from '../product/running.ts';

/** Of what a story started itself. */
export const knownOrigins = new Set<string>();

const SHOWN_CHARACTERS = 3_000;
const SHOWN_WITHIN_MILLISECONDS = 10_000;

export class PageActivity {
  /** Every requested address, WebSockets included. */
  readonly requests: string[] = [];
  /** Errors in the browser's console, uncaught exceptions, and texts that were missing. */
  readonly errors: string[] = [];

  readonly #context: BrowserContext;
  readonly #unanswered = new Set<Request>();

  constructor(context: BrowserContext) {
    this.#context = context;
    context.on('request', (request) => {
      this.requests.push(request.url());
      this.#unanswered.add(request);
    });
    context.on('requestfinished', (request) => this.#unanswered.delete(request));
    context.on('requestfailed', (request) => this.#unanswered.delete(request));
    context.on('page', (page) => this.#record(page));
  }

  /**
   * Requested addresses outside the console's origin and the provider's sign-in page.
   */
  get externalRequests(): string[] {
    const { url, identity } = runningProduct();
    const known = [url, identity, ...knownOrigins].flatMap((origin) => [
      `${origin}/`,
      `${origin.replace('http', 'ws')}/`,
    ]);
    return this.requests.filter(
      (address) =>
        !address.startsWith('data:') && !known.some((origin) => address.startsWith(origin)),
    );
  }

  /** What its pages show now, and what they wait for. */
  async describe(): Promise<string> {
    const pages = this.#context.pages().map(async (page) => {
      const text = await page.locator('body').innerText({ timeout: SHOWN_WITHIN_MILLISECONDS });
      return `${page.url()} shows:\n${text.slice(0, SHOWN_CHARACTERS)}`;
    });
    const shown = await Promise.allSettled(pages);
    return [
      ...shown.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason))),
      ...[...this.#unanswered].map((one) => `No answer yet: ${one.method()} ${one.url()}`),
    ].join('\n');
  }

  #record(page: Page): void {
    page.on('websocket', (socket) => this.requests.push(socket.url()));
    page.on('console', (message) => {
      const { url } = message.location();
      // A text that is shown by its ID is a fault too, which the console only warns of.
      const isFault = message.type() === 'error' || message.text().includes('MISSING_TRANSLATION');
      if (isFault && !isSignInCheck(message.text(), url))
        this.errors.push(`${message.text()} (${url})`);
    });
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
  }
}

/**
 * The console asks the api whether somebody has signed in; the browser reports the 401 whatever the
 * console does.
 */
function isSignInCheck(text: string, address: string): boolean {
  return address.endsWith('/graphql') && text.includes('status of 401');
}
