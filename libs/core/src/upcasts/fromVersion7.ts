/** Version 8: policies say who approves and what nobody may accept; runs have an owner. */
import { isObject, type StoredRun } from './storedRun.ts';

/** In the order of a new run. */
export function fromVersion7({ planVersion: _, policy, ...run }: StoredRun): StoredRun {
  const { id, version, organization, connections, ...rest } = run;
  return {
    planVersion: 8,
    ...{ id, version, organization, connections },
    policy: {
      ...(isObject(policy) ? policy : {}),
      ...{ fourEyes: 'ANOTHER_MEMBER', neverAccept: [] },
    },
    ...{ owner: null, dueAt: null },
    ...rest,
  };
}
