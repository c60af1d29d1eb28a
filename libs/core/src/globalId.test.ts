import { describe, expect, it } from 'vitest';
import { globalId, parseGlobalId, type GlobalIdType } from './globalId.ts';

const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';
const types: GlobalIdType[] = ['Organization', 'Run', 'HistoryEntry', 'ApiToken', 'Member'];

describe('globalId', () => {
  it.each(types)('is base64url of the type and the UUID (%s)', (type) => {
    expect(globalId(type, uuid)).toBe(Buffer.from(`${type}:${uuid}`).toString('base64url'));
    expect(parseGlobalId(type, globalId(type, uuid))).toBe(uuid);
  });

  it('does not read an id of another type, another spelling or no id at all', () => {
    const id = globalId('Run', uuid);
    expect(parseGlobalId('Organization', id)).toBeNull();
    expect(parseGlobalId('Run', `${id}=`)).toBeNull();
    expect(parseGlobalId('Run', globalId('Run', uuid.toUpperCase()))).toBeNull();
    for (const text of ['', 'A', '💥💥', uuid, id.slice(1), `${id}A`])
      expect(parseGlobalId('Run', text)).toBeNull();
  });
});
