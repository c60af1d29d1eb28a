/** A process under test: what it says, and how it ends. */
import type { ChildProcess } from 'node:child_process';

export interface Started {
  child: ChildProcess;
  /** Waits for it. @throws with what it said, where it ends before */
  said: (text: RegExp) => Promise<RegExpExecArray>;
  /** Its exit code, once all of its output is there. */
  ended: Promise<number | null>;
  output: () => string;
}

/** What an api says when it can be asked, in this version and before; with its address. */
export const LISTENING = /"at":"(http:[^"]+)".*(?:is listening|the api listens)/;
/** What a worker says when it works. */
export const WORKING = /worker (?:started|is working)/;

/** @param child with pipes for its output */
export function listenTo(child: ChildProcess): Started {
  let output = '';
  let isOver = false;
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  void ended.then(() => (isOver = true));
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (part: string) => (output += part));
  const said = async (text: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = text.exec(output);
      if (found) return found;
      if (isOver) throw new Error(`It ended without saying ${text}: ${output.slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, said, ended, output: () => output };
}
