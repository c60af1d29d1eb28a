/** Every example of the guide does what it says, against a running api. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../testing/aServer.ts';
import { readGuide, type Example } from './guideBlocks.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const pages = readGuide();

let server: TestServer;
/** Within the repository, so that examples find its packages. */
let folder: string;
beforeAll(async () => {
  server = await aServer();
  mkdirSync(`${ROOT}/out`, { recursive: true });
  folder = mkdtempSync(`${ROOT}/out/guide-`);
  symlinkSync(`${ROOT}/docs`, `${folder}/docs`);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What runs an example that is no GraphQL; its code comes by standard input. */
const PROGRAMS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  sh: ['bash', '-euo', 'pipefail', '-s'],
  js: [process.execPath, '--input-type=module', '-'],
  ts: [process.execPath, '--conditions=@keyway/source', '--input-type=module-typescript', '-'],
  python: ['python3', '-'],
};
/** Shown, not run: settings of the reader's own shell. */
const SHOWN: ReadonlySet<string> = new Set(['text']);

const isThere = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** Asynchronous, because the server is in this process. */
function run({ kind, code }: Example): Promise<{ status: number | null; output: string }> {
  const [program, ...args] = PROGRAMS[kind]!;
  const env = {
    ...{ PATH: process.env.PATH, HOME: folder, NODE_NO_WARNINGS: '1' },
    ...{ KEYWAY_URL: server.url, KEYWAY_TOKEN: server.owner.token },
  };
  const child = spawn(program, args, { cwd: folder, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stdin.end(code);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, output })));
}

/** The variables with the IDs that the guide names in capitals. */
async function variablesOf({ variables }: Example): Promise<Record<string, unknown>> {
  if (!variables) return {};
  const { organizations } = await server.owner.ask(
    '{ organizations(first: 1) { nodes { id currentRun { id } } } }',
  );
  const [organization] = organizations.nodes;
  const text = variables
    .replaceAll('ORGANIZATION_ID', String(organization?.id))
    .replaceAll('RUN_ID', String(organization?.currentRun?.id));
  return JSON.parse(text) as Record<string, unknown>;
}

/** Codes of what the rules refuse, wherever a payload has them. */
const refusalsIn = (text: string): string[] =>
  [...text.matchAll(/"userErrors":\[(\{[^]*?)\]/g)].map(([, errors = '']) => errors);

async function runGraphql(example: Example): Promise<void> {
  const answer = await server.owner.raw({
    query: example.code,
    variables: await variablesOf(example),
  });
  expect(answer.errors).toBeUndefined();
  expect(answer.status).toBe(200);
  const refusals = refusalsIn(answer.text);
  if (example.kind === 'graphql') expect(refusals).toEqual([]);
  else expect(refusals).toHaveLength(1);
}

async function runProgram(example: Example): Promise<void> {
  const { status, output } = await run(example);
  expect([status, output]).toEqual([0, expect.any(String)]);
  expect(output).not.toContain('"errors":');
  expect(refusalsIn(output)).toEqual([]);
}

it('has examples of every kind', () => {
  const kinds = new Set(pages.flatMap(({ examples }) => examples.map(({ kind }) => kind)));
  for (const kind of ['graphql', 'graphql refused', ...Object.keys(PROGRAMS)])
    expect(kinds).toContain(kind);
});

describe.each(pages.filter(({ examples }) => examples.length > 0))(
  'docs/api/$file',
  ({ examples }) => {
    it.each(examples.map((example, place) => [place + 1, example.kind, example] as const))(
      'example %i (%s) does what it says',
      async (_place, kind, example) => {
        if (SHOWN.has(kind)) return;
        if (kind.startsWith('graphql')) return runGraphql(example);
        expect(PROGRAMS[kind], `nothing runs ${kind}`).toBeDefined();
        // CI has all of them.
        const needed = /python3/.test(example.code) ? 'python3' : PROGRAMS[kind]![0];
        if (!process.env.CI && !isThere(needed)) return;
        await runProgram(example);
      },
    );
  },
);
