/** The api as a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface ApiProcess {
  process: ChildProcess;
  /** Everything it said. */
  output: () => string;
  ended: Promise<number | null>;
}

export function startApiProcess(environment: Record<string, string>): ApiProcess {
  const child = spawn(process.execPath, ['--conditions=@keyway/source', main], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      PORT: '0',
      KEYWAY_CLOUD: 'sandbox',
      KEYWAY_DRAIN_SECONDS: '0',
      ...environment,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  return {
    process: child,
    output: () => output,
    ended: new Promise((resolve) => child.on('close', resolve)),
  };
}

/** Where it listens, once it says so. Throws where it ends before. */
export async function addressOf({ output, ended }: ApiProcess): Promise<string> {
  let over = false;
  void ended.then(() => (over = true));
  for (;;) {
    const found = /"at":"(http:[^"]+)"/.exec(output())?.[1];
    if (found) return found;
    if (over) throw new Error(`the api ended: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
