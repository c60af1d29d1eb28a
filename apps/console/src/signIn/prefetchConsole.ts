/**
 * Loads the console's scripts and styles into the browser's cache while the person signs in. Their
 * names are in its page, because each build names them by what they hold.
 */
import { fromBase } from '../routing/basePath.ts';

const CONSOLE = fromBase('/index.html');

export async function prefetchConsole(): Promise<void> {
  const response = await fetch(CONSOLE, { credentials: 'same-origin' });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const element of page.querySelectorAll('script[type=module], link[rel=modulepreload]'))
    prefetch(element.getAttribute('src') ?? element.getAttribute('href'), 'script');
  for (const element of page.querySelectorAll('link[rel=stylesheet]'))
    prefetch(element.getAttribute('href'), 'style');
}

function prefetch(path: string | null, as: string): void {
  // Only files of this build: nothing of another site.
  if (!path?.startsWith('/assets/')) return;
  const link = document.createElement('link');
  Object.assign(link, { rel: 'prefetch', href: fromBase(path), as });
  document.head.append(link);
}
