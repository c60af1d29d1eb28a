/**
 * The one frame of the sandbox's few pages: light and dark, narrow and wide, no script and nothing
 * fetched from outside.
 */
import { createHash } from 'node:crypto';
import type { Answer } from './exchange.ts';

const CSS = `
:root { color-scheme: light dark; --ink: #1f2329; --soft: #5b6470; --ground: #f3f4f6; --card: #fff; --line: #d9dde3; --accent: #2f5fd0; --on-accent: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ecf1; --soft: #a4adba; --ground: #15181d; --card: #1f242b; --line: #38404b; --accent: #8fb0ff; --on-accent: #10182b; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 30rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 2rem; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; color: var(--soft); overflow-wrap: anywhere; }
strong { color: var(--ink); }
form { margin: 0; }
ul { list-style: none; margin: 1.25rem 0 0; padding: 0; display: grid; gap: .6rem; }
button { font: inherit; color: inherit; cursor: pointer; border-radius: .7rem; border: 1px solid var(--line); background: transparent; width: 100%; padding: .75rem 1rem; text-align: start; display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; align-items: center; }
button:hover { border-color: var(--accent); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); display: block; text-align: center; font-weight: 600; }
.mail { color: var(--soft); font-size: .9rem; grid-column: 1; overflow-wrap: anywhere; }
.role { grid-column: 2; grid-row: 1 / span 2; font-size: .8rem; font-weight: 600; border: 1px solid var(--line); border-radius: 99px; padding: .15rem .6rem; }
@media (max-width: 28rem) { body { padding: .75rem; } main { padding: 1.25rem; } .role { grid-column: 1; grid-row: auto; justify-self: start; margin-top: .35rem; } }
footer { margin-top: 1.5rem; font-size: .85rem; color: var(--soft); }
`;

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(CSS).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

/** @param content Inner HTML of the page, already escaped. */
export function htmlPage(title: string, content: string, status = 200): Answer {
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${CSS}</style></head><body><main>${content}</main></body></html>`;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    body,
  };
}
