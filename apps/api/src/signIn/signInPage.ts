/** The pages about signing in. Plain HTML, because the console may not be loaded. */
import { createHash } from 'node:crypto';
import type { Locale } from '@keyway/core';
import {
  signInLabel,
  signInPageTexts,
  signInWithText,
  type SignInLabel,
  type SignInPage,
} from '@keyway/messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestLocale } from '../transport/requestLocale.ts';

/** A way to continue. */
export interface SignInLink {
  /** The provider's name. */
  provider: string;
  url: string;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const anchor = (url: string, text: string): string =>
  `<a href="${escape(url)}">${escape(text)}</a>`;

/** In the colors of the console, by the theme of the system. */
const STYLE = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:16px;box-sizing:border-box;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f8f8f8,#1b1b1b);color:light-dark(#292929,#dbdbdb)}
main{width:100%;max-width:420px;box-sizing:border-box;padding:32px;border-radius:16px;background:light-dark(#fff,#222)}
h1{font-size:22px;line-height:1.3;margin:0 0 12px}
p{margin:0 0 20px}
.home{margin:8px 0 0}
.home a{background:none;color:inherit;text-decoration:underline}
ul{list-style:none;margin:0;padding:0;display:grid;gap:8px}
a{display:block;padding:10px 20px;border-radius:20px;font-weight:bold;text-align:center;text-decoration:none;overflow-wrap:anywhere;background:#3b63fb;color:#fff}
a:hover{background:#274dea}
a:focus-visible{outline:2px solid light-dark(#274dea,#7c9bff);outline-offset:2px}`;

/** What the page's policy allows of styles: this one. */
export const SIGN_IN_STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

/** Where a page leads: to providers to choose from, or to where somebody tries again. */
export interface Ways {
  links?: readonly SignInLink[];
  retry?: string;
  /** What the way back is called. */
  label?: SignInLabel;
  /** Leads to the console too, for who is signed in there. */
  home?: boolean;
  /** Who signed in. */
  values?: { account: string };
}

/** Leads to the start where nothing else is given. */
export function signInPage(
  page: SignInPage,
  locale: Locale,
  { links = [], retry = '/auth/login', label = 'tryAgain', home = false, values }: Ways = {},
): string {
  const { title, message } = signInPageTexts(page, locale, values);
  const choices = links.map(
    ({ provider, url }) => `<li>${anchor(url, signInWithText(provider, locale))}</li>`,
  );
  const ways =
    choices.length > 0 ? `<ul>${choices.join('')}</ul>` : anchor(retry, signInLabel(label, locale));
  const back = home ? `<p class="home">${anchor('/', signInLabel('home', locale))}</p>` : '';
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} · Keyway</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1><p>${escape(message)}</p>${ways}${back}</main></body>
</html>
`;
}

export const sendPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  page: SignInPage,
  ways: Ways = {},
): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(signInPage(page, requestLocale(request, reply), ways));
