/** The pages about signing in. Plain HTML, because the console may not be loaded. */
import type { Locale } from '@keyway/core';
import { signInPageTexts, signInWithText, type SignInPage } from '@keyway/messages';
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

/** Without `links` it leads to the start. */
export function signInPage(
  page: SignInPage,
  locale: Locale,
  links: readonly SignInLink[] = [],
): string {
  const { title, message, tryAgain } = signInPageTexts(page, locale);
  const choices = links.map(
    ({ provider, url }) => `<li>${anchor(url, signInWithText(provider, locale))}</li>`,
  );
  const ways =
    choices.length > 0
      ? `<ul>${choices.join('')}</ul>`
      : `<p>${anchor('/auth/login', tryAgain)}</p>`;
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} · Keyway</title></head>
<body><main><h1>${escape(title)}</h1><p>${escape(message)}</p>${ways}</main></body>
</html>
`;
}

export const sendPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  page: SignInPage,
  links: readonly SignInLink[] = [],
): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(signInPage(page, requestLocale(request, reply), links));
