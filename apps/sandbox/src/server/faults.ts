/**
 * Armed faults: the wrong answers of the clouds, on demand, for the calls that match a host and
 * path pattern.
 */
import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Fault } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { Call } from './exchange.ts';

/** The oldest fault that fits the call, used up by one where it has no chance. */
export function takeFault(
  call: Call,
  world: World,
  random: () => number = Math.random,
): Fault | undefined {
  const fault = world.faults
    .values()
    .find(
      (candidate) =>
        (candidate.chance === undefined || random() < candidate.chance) && fits(candidate, call),
    );
  if (!fault || fault.chance !== undefined) return fault;
  if (fault.count <= 1) world.faults.delete(fault.id);
  else world.faults.put(fault.id, { ...fault, count: fault.count - 1 });
  return fault;
}

/**
 * Patterns know `*` for any text and compare case-insensitively; one with a question mark is held
 * against the query too.
 */
function fits(fault: Fault, call: Call): boolean {
  if (fault.method && fault.method.toUpperCase() !== call.method) return false;
  if (fault.contains !== undefined && !hasText(call, fault.contains)) return false;
  const query = call.query.toString();
  const target = fault.path.includes('?') && query ? `${call.path}?${query}` : call.path;
  return pattern(fault.host).test(call.host) && pattern(fault.path).test(target);
}

const hasText = ({ body, headers }: Call, text: string): boolean =>
  body.includes(text) || Object.values(headers).some((value) => String(value).includes(text));

function pattern(text: string): RegExp {
  const escaped = text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'i');
}

/** An hour: longer than anything waits. */
const MAX_DELAY_MS = 3_600_000;

const MAX_PAD_BYTES = 100_000_000;

/** Whether HTTP can carry them; found out now and not when the fault is due. */
function canBeSent(headers: unknown): boolean {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return false;
  try {
    for (const [name, value] of Object.entries(headers)) {
      if (typeof value !== 'string' && typeof value !== 'number') return false;
      validateHeaderName(name);
      validateHeaderValue(name, String(value));
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads what somebody posted as a fault; answers with what is wrong, as a sentence, when it is
 * none.
 */
export function readFault(given: Record<string, unknown>, id: string): Fault | string {
  const {
    host = '*',
    path = '*',
    method,
    contains,
    status,
    headers,
    body,
    delayMs = given.delay,
    reset,
    truncate,
    dripMs,
    padBytes,
    doneButLost,
    chance,
    count = 1,
  } = given;
  const fault = {
    id,
    host,
    path,
    method,
    contains,
    status,
    headers,
    body,
    delayMs,
    reset: reset === true,
    truncate: truncate === true,
    dripMs,
    padBytes,
    doneButLost: doneButLost === true,
    ...(chance !== undefined && { chance }),
    count,
  } as Fault;
  if (typeof host !== 'string' || typeof path !== 'string')
    return 'host and path are patterns, such as "management.azure.com" and "*/vaults/*"';
  if (method !== undefined && typeof method !== 'string') return 'method is a word, such as "POST"';
  if (contains !== undefined && typeof contains !== 'string')
    return 'contains is text of a header or of the body, such as an organization’s ID';
  if (
    status !== undefined &&
    !(Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599)
  )
    return 'status is a number from 200 to 599';
  for (const [name, value] of Object.entries({ delayMs, dripMs }))
    if (value !== undefined && !(typeof value === 'number' && value >= 0 && value <= MAX_DELAY_MS))
      return `${name} is a number of milliseconds from 0 to ${MAX_DELAY_MS}`;
  if (
    padBytes !== undefined &&
    !(Number.isInteger(padBytes) && Number(padBytes) >= 1 && Number(padBytes) <= MAX_PAD_BYTES)
  )
    return `padBytes is a number of bytes from 1 to ${MAX_PAD_BYTES}`;
  if (chance !== undefined && !(typeof chance === 'number' && chance > 0 && chance <= 1))
    return 'chance is a number above 0, up to 1';
  if (!Number.isInteger(count) || Number(count) < 1) return 'count is a whole number from 1';
  const flag = Object.entries({ reset, truncate, doneButLost }).find(
    ([, value]) => value !== undefined && typeof value !== 'boolean',
  );
  if (flag) return `${flag[0]} is true or false`;
  if (headers !== undefined && !canBeSent(headers))
    return 'headers is an object of header lines, such as {"retry-after":"7"}';
  if (
    status === undefined &&
    delayMs === undefined &&
    dripMs === undefined &&
    padBytes === undefined &&
    !fault.reset &&
    !fault.truncate &&
    !fault.doneButLost
  )
    return 'one of status, delayMs, dripMs, padBytes, reset, truncate and doneButLost is needed';
  return fault;
}
