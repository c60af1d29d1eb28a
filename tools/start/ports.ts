/** Finds free ports before anything is started. */
import { portProblem } from './takenPort.mjs';

/** The first port from `wanted` on that is free at `host` and not in `taken`. */
export async function freePort(
  host: string,
  wanted: number,
  taken: readonly number[] = [],
): Promise<number> {
  for (let port = wanted; port < wanted + 200; port += 1) {
    if (!taken.includes(port) && (await portProblem(host, port)) === undefined) return port;
  }
  throw new Error(`No free port on ${host} from ${wanted} to ${wanted + 199}.`);
}
