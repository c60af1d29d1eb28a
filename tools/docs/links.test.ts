import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = globSync(['*.md', '{apps,docs,libs,tools,.changeset}/**/*.md'], {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
});

/** The text without code, in which brackets are no links. */
const prose = (text: string): string =>
  text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchors of a page: its headings as GitHub and VitePress name them, and its own. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id]) => id!)]);
}

function brokenLinks(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8');
  const links = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, href]) => href!);
  return links.filter((href) => {
    if (/^[a-z]+:/.test(href)) return false;
    const [path = '', anchor] = href.split('#');
    const target = path === '' ? join(root, page) : join(root, dirname(page), path);
    if (!existsSync(target)) return true;
    return anchor !== undefined && statSync(target).isFile()
      ? !anchorsOf(readFileSync(target, 'utf8')).has(anchor)
      : false;
  });
}

it.each(pages)('%s links to files and headings that exist', (page) => {
  expect(brokenLinks(page)).toEqual([]);
});
