import { brotliCompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { textChunkOf } from './textChunks.ts';
import { groupsOfParts } from './textsOfParts.ts';

interface Chunk {
  type: 'chunk';
  fileName: string;
  name: string;
  code: string;
  imports: string[];
  moduleIds: string[];
}
interface Asset {
  type: 'asset';
  fileName: string;
  source: string | Uint8Array;
}

let output: (Chunk | Asset)[];
let index = '';

async function outputOf(config: string): Promise<(Chunk | Asset)[]> {
  // Vitest says "test", for which React and others would come in their development versions.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    root: `${import.meta.dirname}/..`,
    configFile: `${import.meta.dirname}/../${config}`,
    mode: 'production',
    logLevel: 'error',
    build: { write: false },
  });
  vi.unstubAllEnvs();
  return (built as unknown as { output: (Chunk | Asset)[] }).output;
}

beforeAll(async () => {
  output = await outputOf('vite.config.ts');
  index = textOf(output.find((one) => one.fileName === 'index.html'));
});

function textOf(part: Chunk | Asset | undefined): string {
  if (!part) return '';
  if (part.type === 'chunk') return part.code;
  return typeof part.source === 'string' ? part.source : Buffer.from(part.source).toString('utf8');
}

/** The chunk and everything it imports before it can run. */
function withImports(
  chunk: Chunk | undefined,
  seen = new Map<string, Chunk>(),
  from = output,
): Map<string, Chunk> {
  if (!chunk || seen.has(chunk.fileName)) return seen;
  seen.set(chunk.fileName, chunk);
  for (const name of chunk.imports)
    withImports(
      from.find((one): one is Chunk => one.type === 'chunk' && one.fileName === name),
      seen,
      from,
    );
  return seen;
}

const pages = join(import.meta.dirname, '../src/pages');

/** The chunks of the English texts that load with a page. */
function textsOf(page: string): string[] {
  const folder = page.charAt(0).toLowerCase() + page.slice(1, -'Page'.length);
  const { groupsOf } = groupsOfParts((file) => readFileSync(file, 'utf8'));
  const areas = groupsOf(join(pages, folder, `${page}.tsx`)).flatMap(({ file }) => {
    const [, names = ''] = /messages\/\{?([\w,]+)\}?\.\*/.exec(readFileSync(file, 'utf8')) ?? [];
    return names.split(',');
  });
  return areas.flatMap((area) => textChunkOf(`/console/src/messages/${area}.en.json`) ?? []);
}

const sizes = new Map<Chunk, number>();
function compressedBytes(chunk: Chunk): number {
  const bytes = sizes.get(chunk) ?? brotliCompressSync(chunk.code).length;
  sizes.set(chunk, bytes);
  return bytes;
}

describe('what is built', () => {
  it('loads no font, script or style from another origin', () => {
    const everything = output.map(textOf).join('\n');
    expect(everything).not.toMatch(/typekit|fonts\.(googleapis|gstatic)|p\.typekit/);
    const sheets = output.filter((one) => one.fileName.endsWith('.css')).map(textOf);
    expect(sheets.length).toBeGreaterThan(0);
    for (const sheet of sheets) expect(sheet).not.toMatch(/(url\(|@import\s+)["']?https?:/);
    expect(sheets.join('\n')).toMatch(/font-family:\s*adobe-clean-spectrum-vf/);
    expect(output.some((one) => one.fileName.endsWith('.woff2'))).toBe(true);
  });

  it('has no inline script and no inline style in its page', () => {
    expect(index).toContain('<script');
    expect(index).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    expect(index).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });

  it('says which inline styles its content security policy must allow', () => {
    const csp = JSON.parse(textOf(output.find((one) => one.fileName === 'csp.json'))) as {
      styleSrc: string[];
    };
    expect(csp.styleSrc.length).toBeGreaterThan(0);
    for (const source of csp.styleSrc) expect(source).toMatch(/^'sha256-[A-Za-z0-9+/]{43}='$/);
  });

  it('has no chunks that import each other, of which one would run too early', () => {
    const chunks = output.filter((one): one is Chunk => one.type === 'chunk');
    const reaches = (from: Chunk) =>
      from.imports.flatMap((name) => [
        ...withImports(chunks.find(({ fileName }) => fileName === name)).keys(),
      ]);
    expect(chunks.length).toBeGreaterThan(20);
    for (const chunk of chunks) expect(reaches(chunk)).not.toContain(chunk.fileName);
  });

  it('has no chunk with texts of both languages, and no texts in the code', () => {
    const chunks = output.filter((one): one is Chunk => one.type === 'chunk');
    const withTexts = chunks.filter(({ moduleIds }) => moduleIds.some(textChunkOf));
    expect(withTexts.length).toBeGreaterThan(30);
    for (const { name, moduleIds } of withTexts)
      expect(new Set(moduleIds.map(textChunkOf)), name).toEqual(new Set([name]));
  });

  it('imports no texts before somebody has a language: a visit loads those of one alone', () => {
    const chunks = output.filter((one): one is Chunk => one.type === 'chunk');
    const texts = chunks.filter(({ name }) => name.startsWith('texts-'));
    const files = new Set(texts.map(({ fileName }) => fileName));
    for (const { name, imports } of chunks)
      expect(
        imports.filter((file) => files.has(file)),
        name,
      ).toEqual([]);
    // Each language has the same ones.
    const inLanguage = (end: string) =>
      texts.flatMap(({ name }) => (name.endsWith(end) ? [name.slice(0, -3)] : [])).toSorted();
    expect(inLanguage('.en')).toEqual(inLanguage('.es'));
  });

  // React, Apollo Client and the router are 140 kB of it; the texts are those of one language.
  it.each([
    ['PortfolioPage', 202_800, 8],
    ['RunPage', 212_300, 17],
    ['ApprovalsPage', 193_300, 11],
    ['OrganizationsPage', 198_400, 14],
    ['ApprovalPage', 207_100, 16],
    ['SubmitPage', 215_100, 22],
    ['TicketPage', 201_700, 14],
  ])('loads for %s at most %i bytes of script, compressed, in %i files', (page, limit, files) => {
    const chunks = output.filter((one): one is Chunk => one.type === 'chunk');
    const all = new Map<string, Chunk>();
    for (const name of ['index', page, 'texts-base.en', ...textsOf(page)]) {
      const chunk = chunks.find((one) => one.name === name);
      expect(chunk, name).toBeDefined();
      withImports(chunk, all);
    }
    const bytes = [...all.values()].reduce((sum, chunk) => sum + compressedBytes(chunk), 0);
    expect(bytes).toBeLessThan(limit);
    expect(all.size).toBeLessThanOrEqual(files);
  });
});

/** English texts that such a page loads before it shows. */
const OF_PAGES = ['texts-base.en', 'texts-signIn.en', 'texts-handOff.en'];

/** A page with a build of its own: its HTML, its scripts, and what loads before it shows. */
async function separatePage(name: string) {
  const built = await outputOf(`vite.${name}.config.ts`);
  const page = textOf(built.find((one) => one.fileName === `${name}.html`));
  const [, entry] = /<script type="module"[^>]* src="\/([^"]+)"/.exec(page) ?? [];
  const chunks = built.filter((one): one is Chunk => one.type === 'chunk');
  const all = new Map<string, Chunk>();
  for (const chunk of chunks)
    if (chunk.fileName === entry || OF_PAGES.includes(chunk.name)) withImports(chunk, all, built);
  const bytes = [...all.values()].reduce((sum, chunk) => sum + compressedBytes(chunk), 0);
  return { page, code: chunks.map((chunk) => chunk.code).join('\n'), bytes };
}
const INLINE = /<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=/;

describe('the sign-in page', () => {
  it('is small, and has nothing of the console', async () => {
    const { page, code, bytes } = await separatePage('signIn');
    expect(code).toContain('returnTo');
    // The client's cache, the socket, the router and the shell.
    for (const mark of ['InMemoryCache', 'graphql-transport-ws', '/organizations/new', 'RunPage'])
      expect(code).not.toContain(mark);
    expect(page).not.toMatch(INLINE);
    expect(bytes).toBeLessThan(110_000);
  });
});

describe('the page of a hand-off', () => {
  it('has nothing of what only people who signed in use, and is small', async () => {
    const { page, code, bytes } = await separatePage('handOff');
    expect(code).toContain('checkHandedOff');
    // The session's header, the socket, the router and the shell.
    for (const mark of ['x-keyway-csrf', 'graphql-transport-ws', '/organizations/new', 'RunPage'])
      expect(code).not.toContain(mark);
    expect(page).not.toMatch(INLINE);
    expect(bytes).toBeLessThan(190_000);
  });
});
