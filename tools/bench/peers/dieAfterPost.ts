/**
 * Loaded before the product and before a peer: who was answered to the POST of a configuration dies
 * before it can note anything of it. Once, while the file of BENCH_KILL_ORDER is there.
 */
import { existsSync, renameSync } from 'node:fs';
import type { ClientRequest } from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const order = process.env['BENCH_KILL_ORDER'] ?? '';
const original = https.request as (...given: unknown[]) => ClientRequest;

function dieOnce(): void {
  try {
    renameSync(order, `${order}.done`);
  } catch {
    return; // Another process was first.
  }
  process.kill(process.pid, 'SIGKILL');
}

Object.assign(https, {
  request: (...given: unknown[]): ClientRequest => {
    const sent = original(...given);
    if (sent.method === 'POST' && sent.path.endsWith('/customer/config') && existsSync(order))
      // Before any listener of the program's own.
      sent.prependOnceListener('response', dieOnce);
    return sent;
  },
});
syncBuiltinESMExports();
