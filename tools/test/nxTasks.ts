/**
 * Runs the projects' tasks by Nx, which skips what already passed, and reads how each one ended.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

export interface TaskResult {
  project: string;
  target: string;
  passed: boolean;
  start: Date;
  end: Date;
}

export interface NxOptions {
  root: string;
  targets: readonly string[];
  /** Empty: all. */
  projects: readonly string[];
  cache: boolean;
}

/** Undefined when Nx itself failed before it could run anything; it printed why. */
export async function runNxTasks({
  root,
  targets,
  projects,
  cache,
}: NxOptions): Promise<TaskResult[] | undefined> {
  const report = join(root, '.nx', 'cache', 'run.json');
  rmSync(report, { force: true });
  const args = [
    'run-many',
    '-t',
    ...targets,
    '--parallel=2',
    '--nxBail=false',
    '--outputStyle=static-failures-only',
    '--skipSync',
  ];
  if (projects.length > 0) args.push('-p', ...projects);
  if (!cache) args.push('--skipNxCache');
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const child = spawn(process.execPath, [nx, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      NX_NO_CLOUD: 'true',
      FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
    },
  });
  // The browser tests run meanwhile, one after another, and take longest: they come first.
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  await once(child, 'close');
  try {
    const { tasks } = JSON.parse(readFileSync(report, 'utf8')) as {
      tasks: {
        projectName: string;
        target: string;
        status: number;
        startTime: string;
        endTime: string;
      }[];
    };
    return tasks.map((task) => ({
      project: task.projectName,
      target: task.target,
      passed: task.status === 0,
      start: new Date(task.startTime),
      end: new Date(task.endTime),
    }));
  } catch {
    return undefined;
  }
}
