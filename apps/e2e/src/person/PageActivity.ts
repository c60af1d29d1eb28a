/** Records the requests and the errors of a browser's pages. */
import type { BrowserContext, Page } from '@playwright/test';
import { runningProduct } from '../product/running.ts';

/** Of what a story started itself. */
export const knownOrigins = new Set<string>();

export class PageActivity {
  /** Every requested address, WebSockets included. */
  readonly requests: string[] = [];
  /** Errors in the browser's console, uncaught exceptions, and texts that were missing. */
  readonly errors: string[] = [];

  constructor(context: BrowserContext) {
    context.on('request', (request) => this.requests.push(request.url()));
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
