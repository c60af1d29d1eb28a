import { expect, it } from 'vitest';
import { workerLog } from './workerLog.ts';

it('logs an error with its code and causes, and no secret that they carry', () => {
  const lines: string[] = [];
  const log = workerLog('info', { write: (line) => lines.push(line) });
  const cause = Object.assign(new Error('Bearer abc.def.ghi was refused'), {
    request: { headers: { authorization: 'Bearer hidden-token' } },
  });
  const error = Object.assign(
    new Error('no postgresql://keyway:hidden-password@db/keyway', { cause }),
    { code: 'ECONNRESET' },
  );
  log.error({ err: error, connection: { clientSecret: 'hidden-secret' } }, 'effect failed');
  const text = lines.join('');
  expect(JSON.parse(text)).toMatchObject({
    msg: 'effect failed',
    err: { type: 'Error', code: 'ECONNRESET', cause: { message: '[redacted] was refused' } },
  });
  expect(text).not.toMatch(/hidden|abc\.def/);
});
