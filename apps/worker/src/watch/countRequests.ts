/** A port whose calls report each request that they send. */
export function countRequests<T extends object>(port: T, onRequest: () => void): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      // Options come last, and every reader gives them: its signal is one.
      return (...given: unknown[]): unknown =>
        Reflect.apply(member, target, given.with(-1, { ...(given.at(-1) as object), onRequest }));
    },
  });
}
