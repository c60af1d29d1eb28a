/** A port that reports refused credentials, so that the connection is tried again. */
import { ConnectorError } from '@keyway/core';

export function reportRefusals<T extends object>(port: T, onRefused: () => void): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]): Promise<unknown> => {
        try {
          return (await Reflect.apply(member, target, given)) as unknown;
        } catch (error) {
          if (error instanceof ConnectorError && error.failure.kind === 'credential') onRefused();
          throw error;
        }
      };
    },
  });
}
