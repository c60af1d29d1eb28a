/** Starts a second api beside the product's, on the same database, with settings of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runningProduct } from './running.ts';
import { freePort, nodeOfProject, ownEnvironment, ready, root } from './startProduct.ts';

export interface StartedApi {
  /** With its path, where it has one. */
  url: string;
  stop: () => Promise<void>;
}

/** @param path where it shares a host, such as `/keyway` */
export async function startApi(settings: Record<string, string>, path = ''): Promise<StartedApi> {
  const { dataDir } = runningProduct();
  const port = await freePort();
  const url = `http://localhost:${port}${path}`;
  const program = [join(root, 'tools', 'run.ts'), 'api'];
  const child = spawn(nodeOfProject, ['--conditions=@keyway/source', ...program], {
    cwd: root,
    env: {
      ...ownEnvironment(),
      ...{ DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: url, KEYWAY_DRAIN_SECONDS: '0' },
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => (log = (log + part).slice(-4_000)));
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  try {
    await ready(url, child);
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}\n${log}`);
  }
  return { url, stop };
}
