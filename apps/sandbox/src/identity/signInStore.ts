/**
 * The provider's sessions and unfinished sign-ins, kept over a restart. In a file of its own, so
 * that resetting the clouds signs nobody out.
 */
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { Collection } from '../state/collection.ts';
import { Journal } from '../state/journal.ts';

interface StoredSignIn {
  payload: AdapterPayload;
  /** Epoch milliseconds; null when it never ends. */
  endsAt: number | null;
}

export class SignInStore {
  private readonly journal: Journal;
  private readonly records: Collection<StoredSignIn>;

  /** @param file Made when missing; what ended is left out of it at each start. */
  constructor(file: string) {
    this.journal = new Journal(file);
    this.records = new Collection(this.journal, 'signIn', ({ payload }) => payload.grantId ?? '');
    for (const { id, value } of this.journal.read())
      this.records.restore(id, value as StoredSignIn | null);
    const rest = this.records.changes().filter(({ value }) => !ended(value as StoredSignIn));
    this.journal.compact(rest);
  }

  close(): void {
    this.journal.close();
  }

  /** The provider's adapter for one of its models, such as `Session`. */
  adapter(model: string): Adapter {
    const { records } = this;
    const key = (id: string) => `${model}:${id}`;
    const found = (record: StoredSignIn | undefined) =>
      record && !ended(record) ? record.payload : undefined;
    const all = () => records.values().filter(({ payload }) => payload.kind === model);
    const put = async (id: string, payload: AdapterPayload, endsAt: number | null) => {
      records.put(key(id), { payload: { ...payload, kind: model }, endsAt });
      this.journal.commit();
    };
    const remove = (ids: string[]) => {
      for (const id of ids) records.delete(id);
      this.journal.commit();
    };
    return {
      upsert: (id, payload, seconds) =>
        put(id, payload, seconds ? Date.now() + seconds * 1000 : null),
      find: async (id) => found(records.get(key(id))),
      findByUid: async (uid) => found(all().find(({ payload }) => payload.uid === uid)),
      findByUserCode: async (code) => found(all().find(({ payload }) => payload.userCode === code)),
      consume: async (id) => {
        const record = records.get(key(id));
        if (record)
          await put(
            id,
            { ...record.payload, consumed: Math.floor(Date.now() / 1000) },
            record.endsAt,
          );
      },
      destroy: async (id) => remove([key(id)]),
      revokeByGrantId: async (grantId) =>
        remove(records.groupIds(grantId).filter((id) => id.startsWith(`${model.toLowerCase()}:`))),
    };
  }
}

const ended = ({ endsAt }: StoredSignIn): boolean => endsAt !== null && endsAt <= Date.now();
