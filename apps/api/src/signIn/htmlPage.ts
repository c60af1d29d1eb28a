/** What the pages that this server makes have in common. Plain HTML without scripts. */
import { createHash } from 'node:crypto';
import type { Locale } from '@keyway/core';

export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export const anchor = (url: string, text: string): string =>
  `<a href="${escape(url)}">${escape(text)}</a>`;

/** In the colors of the console, by the theme of the system. */
export const PAGE_STYLE = `:root{color-scheme:light dark}
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

/** What a content security policy calls a style. */
export const styleHash = (style: string): string =>
  `sha256-${createHash('sha256').update(style).digest('base64')}`;

/** Named, or browsers ask the host for one, which another application may own. */
const ICON = '<link rel="icon" type="image/svg+xml" href="/keyway.svg">';

/** `body` is HTML, everything else is text. */
export const htmlPage = ({
  title,
  locale,
  style,
  body,
  isFile = false,
}: {
  title: string;
  locale: Locale;
  style: string;
  body: string;
  /** It is read without this server. */
  isFile?: boolean;
}): string => `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${isFile ? '' : ICON}<title>${escape(title)} · Keyway</title><style>${style}</style></head>
<body><main>${body}</main></body>
</html>
`;
