import { describe, expect, it } from 'vitest';
import { parseInline, parseMarkdown } from './parseMarkdown.ts';

describe('parseInline', () => {
  it('reads bold, code and https links', () => {
    expect(
      parseInline(
        'Open **Settings**, run `az ad sp show`, see [the page](https://learn.microsoft.com/x?y=1).',
      ),
    ).toEqual([
      { kind: 'text', text: 'Open ' },
      { kind: 'bold', children: [{ kind: 'text', text: 'Settings' }] },
      { kind: 'text', text: ', run ' },
      { kind: 'code', text: 'az ad sp show' },
      { kind: 'text', text: ', see ' },
      { kind: 'link', href: 'https://learn.microsoft.com/x?y=1', text: 'the page' },
      { kind: 'text', text: '.' },
    ]);
  });

  it.each([
    ['[x](javascript:alert(1))'],
    ['[x](JavaScript:alert)'],
    ['[x](data:text/html,hi)'],
    ['[x](http://example.com/)'],
    ['[x](//example.com/)'],
    ['[x](/relative)'],
    ['[x](https://login.microsoftonline.com@example.com/)'],
    ['[x](https://user:pass@example.com/)'],
    ['[x](vbscript:x)'],
  ])('keeps %s as text', (source) => {
    const inlines = parseInline(source);
    expect(inlines.some((inline) => inline.kind === 'link')).toBe(false);
    expect(inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')).toBe(
      source,
    );
  });

  it('never makes HTML of HTML', () => {
    expect(parseInline('<img src=x onerror=alert(1)>')).toEqual([
      { kind: 'text', text: '<img src=x onerror=alert(1)>' },
    ]);
  });

  it('does not read marks inside code', () => {
    expect(parseInline('`**not bold**`')).toEqual([{ kind: 'code', text: '**not bold**' }]);
  });

  it('shows unclosed marks as they are', () => {
    expect(parseInline('2 ** 3 and `open')).toEqual([{ kind: 'text', text: '2 ** 3 and `open' }]);
  });
});

describe('parseMarkdown', () => {
  it('reads numbered steps with bullets under them and continued text', () => {
    const [list, after] = parseMarkdown(
      '1. First\n   continues\n2. Second:\n   - a\n   - b\n3. Third\n\nAfter.',
    );
    expect(list).toMatchObject({ kind: 'list', ordered: true, start: 1 });
    const items = list?.kind === 'list' ? list.items : [];
    expect(items.map((item) => item.inlines)).toEqual([
      [{ kind: 'text', text: 'First continues' }],
      [{ kind: 'text', text: 'Second:' }],
      [{ kind: 'text', text: 'Third' }],
    ]);
    expect(items[1]?.blocks).toMatchObject([{ kind: 'list', ordered: false, items: [{}, {}] }]);
    expect(after).toEqual({ kind: 'paragraph', inlines: [{ kind: 'text', text: 'After.' }] });
  });

  it('keeps one list where its items are set apart by blank lines, and its first number', () => {
    const blocks = parseMarkdown('3. Third\n\n4. Fourth');
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ start: 3, items: [{}, {}] });
  });

  it('keeps code in fences byte for byte, closed or not', () => {
    expect(parseMarkdown('```sh\naz x \\\n  --y\n```\nThen')).toEqual([
      { kind: 'code', text: 'az x \\\n  --y' },
      { kind: 'paragraph', inlines: [{ kind: 'text', text: 'Then' }] },
    ]);
    expect(parseMarkdown('```\n1. not a step')).toEqual([{ kind: 'code', text: '1. not a step' }]);
  });

  it('joins the lines of a paragraph and parts paragraphs by blank lines', () => {
    expect(parseMarkdown('One\ntwo\r\n\r\nThree')).toMatchObject([
      { kind: 'paragraph', inlines: [{ text: 'One two' }] },
      { kind: 'paragraph', inlines: [{ text: 'Three' }] },
    ]);
  });

  it('ends on anything', () => {
    for (const source of [
      '',
      '-',
      '- ',
      '1.',
      '```',
      '  - x\n- y\n 1. z',
      '#',
      '\n\n\n',
      '- a\n\n\n  b',
      '*\t*',
    ]) {
      expect(Array.isArray(parseMarkdown(source))).toBe(true);
    }
  });
});
