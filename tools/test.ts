/**
 * `npm test`: lint, types, all tests, the console's build and the browser tests. Later stages run
 * even when an earlier one fails; the last line counts them all.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildConsole } from './bootstrap/buildConsole.mjs';
import { runBrowserTests } from './test/browserTests.ts';
import { runNxTasks } from './test/nxTasks.ts';
import { parseTestArguments, type TestArguments } from './test/parseTestArguments.ts';
import { projectFolder } from './test/projectFolder.ts';
import { readVitestResults } from './test/readResults.ts';
import { checkCommits } from './test/checkCommits.ts';
import { Tally } from './test/tally.ts';
import { Timeline } from './test/timeline.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => void process.stdout.write(`${line}\n`);

const args = readArguments();
process.exitCode = args.vitest.length > 0 ? runVitestAlone(args) : await runStages(args);

function readArguments(): TestArguments {
  try {
    return parseTestArguments(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

async function runStages({ only, browser, cache }: TestArguments): Promise<number> {
  const tally = new Tally();
  const timeline = new Timeline();
  const everything = only.length === 0;
  // An old result must never be counted: the cache restores the results of tasks that it skips.
  rmSync(join(root, 'out', 'tests'), { recursive: true, force: true });
  const projects = runProjects(tally, timeline, only, cache);
  if (everything || only.includes('console') || only.includes('e2e'))
    stage(tally, 'console: build', () => buildConsole(say));
  if (everything || only.includes('e2e')) {
    const start = new Date();
    await runBrowserTests(root, tally, browser, say);
    timeline.add('browser tests', start, new Date());
  }
  if (everything) stage(tally, 'commit messages', () => checkCommits(root));
  await projects;
  say('');
  for (const line of timeline.lines) say(line);
  for (const line of tally.remarks) say(line);
  say(tally.lastLine);
  return tally.isGreen ? 0 : 1;
}

async function runProjects(
  tally: Tally,
  timeline: Timeline,
  projects: readonly string[],
  cache: boolean,
): Promise<void> {
  const targets =
    projects.length > 0 ? ['lint', 'typecheck', 'test'] : ['lintAll', 'typecheckAll', 'test'];
  const tasks = await runNxTasks({ root, targets, projects, cache });
  if (!tasks || tasks.length === 0)
    return tally.stage('nx: could not run anything (see above)', false);
  for (const { project, target, passed, start, end } of tasks) {
    timeline.add(`${project}: ${target}`, start, end);
    if (target === 'test')
      tally.tests(
        `${project}: tests`,
        readVitestResults(join(root, 'out', 'tests', `${project}.json`)),
        passed,
      );
    else tally.stage(`${project}: ${target}`, passed);
  }
}

/** @param work returns why it was skipped, if it was */
function stage(tally: Tally, name: string, work: () => unknown): void {
  try {
    const skipped = work();
    if (typeof skipped === 'string') tally.skip(skipped, 1);
    else tally.stage(name, true);
  } catch (error) {
    say((error as Error).message);
    tally.stage(name, false);
  }
}

function runVitestAlone({ only, vitest }: TestArguments): number {
  const folder = projectFolder(root, only[0] ?? '');
  const cli = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  return (
    spawnSync(process.execPath, [cli, 'run', '--root', folder, ...vitest], {
      cwd: root,
      stdio: 'inherit',
    }).status ?? 1
  );
}
