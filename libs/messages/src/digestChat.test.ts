import { describe, expect, it } from 'vitest';
import type { DescribedInboxItem } from './describeInboxItem.ts';
import { chatTest, digestChat } from './digestChat.ts';

const item = (organization: string): DescribedInboxItem & { at: string } => ({
  ...{ kind: 'RUN_BLOCKED', organization, actor: null, track: 'AEP', step: 'VAULT' },
  at: '2026-11-25T08:00:00.000Z',
});
const publicUrl = 'https://keyway.example';

describe('a message to Slack', () => {
  it('has no name that mentions, links or formats', () => {
    const names = ['<!channel> & <@U1>', '<https://evil.example|Contoso>', 'A\u202eB\nC'];
    const body = JSON.parse(
      digestChat('SLACK', { items: names.map(item), total: 5, publicUrl }, 'en'),
    ) as { text: string; mrkdwn: boolean; link_names: boolean };
    expect(body).toMatchObject({ mrkdwn: false, link_names: false, parse: 'none' });
    const lines = body.text.split('\n');
    expect(lines[0]).toBe('5 new items in Keyway');
    expect(lines[1]).toContain('&lt;!channel&gt; &amp; &lt;@U1&gt;');
    expect(lines[3]).toContain('A B C');
    expect(lines[4]).toBe('• and 2 more');
    // The only link is Keyway's own.
    expect(body.text.match(/<[^>]*>/g)).toEqual(['<https://keyway.example/|Open Keyway>']);
  });
});

describe('a message to Teams', () => {
  it('is one card of plain runs of text, with one link', () => {
    const name = '<at>All</at> [x](https://evil.example) **b**';
    const { type, attachments } = JSON.parse(
      digestChat('TEAMS', { items: [item(name)], total: 1, publicUrl }, 'es'),
    ) as { type: string; attachments: { contentType: string; content: object }[] };
    expect(type).toBe('message');
    expect(attachments).toHaveLength(1);
    expect(attachments[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        actions: [{ type: 'Action.OpenUrl', url: 'https://keyway.example/' }],
      },
    });
    const text = JSON.stringify(attachments[0]!.content);
    expect(text).not.toContain('"TextBlock"');
    expect(text).not.toContain('msteams');
    expect(text).toContain('1 aviso nuevo en Keyway');
  });

  it('says in a test message that the chat is connected', () => {
    expect(chatTest('TEAMS', publicUrl, 'en')).toContain('this chat is connected');
    expect(chatTest('SLACK', publicUrl, 'es')).toContain('este chat está conectado');
  });
});
