/** Progress of long work, on stderr where a terminal shows it. */
import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.ts';

export interface Progress {
  /** How much is done, and of how much, where that is known by now. */
  update(done: number, total?: number): void;
  stop(): void;
}

const SILENT: Progress = { update: () => {}, stop: () => {} };

/**
 * @param unit what is counted, such as `organizations`
 * @param total null where it is not known; then the count alone is shown
 */
export function progress(terminal: Terminal, unit: string, total: number | null): Progress {
  if (!terminal.showsProgress) return SILENT;
  const bar = new SingleBar(
    {
      stream: terminal.stderr as NodeJS.WriteStream,
      format: total === null ? `{value} ${unit}` : `{bar} {value}/{total} ${unit}`,
      hideCursor: true,
      clearOnComplete: true,
      barsize: 24,
      fps: 5,
    },
    Presets.shades_classic,
  );
  let isShown = false;
  return {
    update: (done, of) => {
      // Before the first one there is nothing to show.
      if (!isShown) bar.start(of ?? total ?? 0, done);
      isShown = true;
      if (of !== undefined) bar.setTotal(of);
      bar.update(done);
    },
    stop: () => {
      if (isShown) bar.stop();
    },
  };
}
