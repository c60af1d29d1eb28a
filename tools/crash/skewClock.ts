/** Loaded before a process whose machine's clock is wrong by `KEYWAY_CRASH_SKEW_MS`. */
const skew = Number(process.env['KEYWAY_CRASH_SKEW_MS'] ?? 0);
const right = Date;
const now = (): number => right.now() + skew;

globalThis.Date = new Proxy(right, {
  construct: (target, given: unknown[]) =>
    given.length === 0 ? new target(now()) : (Reflect.construct(target, given) as Date),
  get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
});
