/** Looks over a page's shoulder: what it asked for, and what it complained about. */
import type { BrowserContext, Page } from '@playwright/test';
import { running } from '../product/running.ts';

export class Watch {
  /** Every address that was asked for, WebSockets included. */
  readonly requests: string[] = [];
  /** Errors in the browser's console and exceptions that nobody caught. */
  readonly complaints: string[] = [];

  constructor(context: BrowserContext) {
    context.on('request', (request) => this.requests.push(request.url()));
    context.on('page', (page) => this.#look(page));
  }

  /**
   * Addresses that belong neither to the console's own origin nor to the provider's sign-in page.
   */
  get strangers(): string[] {
    const { url, identity } = running();
    const known = [url, identity, url.replace('http', 'ws')].map((origin) => `${origin}/`);
    return this.requests.filter(
      (address) =>
        !address.startsWith('data:') && !known.some((origin) => address.startsWith(origin)),
    );
  }

  #look(page: Page): void {
    page.on('websocket', (socket) => this.requests.push(socket.url()));
    page.on('console', (message) => {
      const { url } = message.location();
      if (message.type() === 'error' && !isAskedWhoIsThere(message.text(), url))
        this.complaints.push(`${message.text()} (${url})`);
    });
    page.on('pageerror', (error) => this.complaints.push(error.stack ?? error.message));
  }
}

/**
 * The console learns that nobody has signed in by asking the api; the browser notes the refusal
 * whatever the console does.
 */
function isAskedWhoIsThere(text: string, address: string): boolean {
  return address.endsWith('/graphql') && text.includes('status of 401');
}
