import { NewerVersion } from '@keyway/core';
import { expect, it } from 'vitest';
import { UnknownCommit } from './database.ts';
import { DatabaseBusy } from './databaseBusy.ts';
import { unavailabilityOf } from './unavailability.ts';

const failed = (code: string, message = 'failed'): Error =>
  Object.assign(new Error(message), { code });

it.each([
  [failed('53100', 'could not extend file "base/1/2": No space left on device'), 'full'],
  [failed('XX000', 'could not write to file "pg_wal/xlogtemp.1": No space left on device'), 'full'],
  [failed('58030'), 'full'],
  [failed('53200'), 'exhausted'],
  [failed('53300'), 'exhausted'],
  [failed('55P03'), 'busy'],
  [failed('57014'), 'busy'],
  [failed('57P01'), 'away'],
  [failed('57P02', 'the database system is shutting down because of a crash'), 'away'],
  [failed('ECONNREFUSED'), 'away'],
  // PgBouncer says so whatever happened; without FATAL it is an error of ours.
  [Object.assign(failed('08P01', 'server conn crashed?'), { severity: 'FATAL' }), 'away'],
  [failed('08P01', 'bind message supplies 1 parameters'), null],
  [failed('55000', 'database "keyway" is not currently accepting connections'), 'away'],
  [failed('55000', 'another state that is not right'), null],
  [new UnknownCommit('lost', { cause: failed('ECONNRESET') }), 'unknownCommit'],
  [new DatabaseBusy('wait'), 'busy'],
  [new NewerVersion('Plan version 99 is newer'), 'newer'],
  [new Error('timeout exceeded when trying to connect'), 'exhausted'],
  [new Error('wrapped', { cause: failed('53100') }), 'full'],
  [
    Object.assign(new Error('P2010'), {
      meta: { driverAdapterError: new Error('d', { cause: { originalCode: '53100' } }) },
    }),
    'full',
  ],
  [failed('23505'), null],
  [new Error('a mistake of ours'), null],
  ['text', null],
])('%s', (error, unavailability) => {
  expect(unavailabilityOf(error)).toBe(unavailability);
});
