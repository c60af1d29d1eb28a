import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adobeEvents } from './adobeEvent.ts';

const older = (event: object) => ({ event_id: 'e1', recipient_client_id: 'c', event });
const cloudEvent = (data: object) => ({
  ...{ specversion: '1.0', id: 'e1', source: 'urn:x', type: 'x', recipient_client_id: 'c', data },
});

describe('events of Adobe', () => {
  it.each([
    ['Key access disabled', 'KEY_ACCESS_DISABLED'],
    ['KEY_ACCESS_DISABLED', 'KEY_ACCESS_DISABLED'],
    ['Key disablement', 'KEY_ACCESS_DISABLED'],
    ['com.adobe.platform.keyAccessDisabled', 'KEY_ACCESS_DISABLED'],
    ['KeyAccessFailure', 'KEY_ACCESS_FAILURE'],
    ['monkeyAccessDisabled', 'ALERT_NOTIFICATION'],
    ['The alert “key access failure” was raised', 'KEY_ACCESS_FAILURE'],
    ['Alert notification', 'ALERT_NOTIFICATION'],
    ['Segment job failed', 'ALERT_NOTIFICATION'],
  ])('are known by their title, wherever it is: %s', (title, kind) => {
    for (const body of [older({ a: [{ b: title }] }), cloudEvent({ rule: { name: title } })])
      expect(adobeEvents(body)).toMatchObject([
        { id: 'e1', recipientClientId: 'c', kind, source: body },
      ]);
  });

  it('are of the worst kind that they name', () => {
    const both = { text: 'Key access failure', more: 'Key access disabled' };
    expect(adobeEvents(older(both))).toMatchObject([{ kind: 'KEY_ACCESS_DISABLED' }]);
  });

  it('come one by one or in batches, and nothing else is any', () => {
    expect(adobeEvents([older({}), { ...older({}), event_id: 'e2' }])).toHaveLength(2);
    expect(adobeEvents({ webhook_batch: [older({})] })).toMatchObject([{ id: 'e1' }]);
    const tooMany = Array.from({ length: 501 }, () => older({}));
    for (const body of [null, [], tooMany, { webhook_batch: [] }, 'x', {}, [{}, 'x']])
      expect(adobeEvents(body)).toBeNull();
  });

  it('are kept beside what is none, and identified by what they hold where they have no ID', () => {
    expect(adobeEvents([older({}), {}, 'x'])).toMatchObject([{ id: 'e1' }]);
    const { event_id: _, ...nameless } = older({ a: 1 });
    const [first, second, other] = [nameless, nameless, { ...nameless, b: 2 }].map(
      (event) => adobeEvents(event)![0]!.id,
    );
    expect(first).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect([second === first, other === first]).toEqual([true, false]);
    expect(adobeEvents({ id: 'x'.repeat(201) })![0]!.id).toHaveLength(71);
  });

  it('never fail on what somebody sends', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 20 }), (body) => void adobeEvents(body)));
  });
});
