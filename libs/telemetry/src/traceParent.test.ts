import { describe, expect, it } from 'vitest';
import { formatTraceParent, parseTraceParent } from './traceParent.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

describe('traceparent', () => {
  it.each([
    [`00-${TRACE}-${SPAN}-01`, true],
    [`00-${TRACE}-${SPAN}-00`, false],
    [`00-${TRACE}-${SPAN}-03`, true],
    // Of a version to come.
    [`cc-${TRACE}-${SPAN}-01-what-follows`, true],
  ])('reads %s', (text, isSampled) => {
    expect(parseTraceParent(text)).toEqual({ traceId: TRACE, spanId: SPAN, isSampled });
  });

  it.each([
    undefined,
    ['two', 'of them'],
    '',
    `00-${TRACE}-${SPAN}`,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
    `00-${TRACE}-${SPAN}-01\n`,
    `cc-${TRACE}-${SPAN}-01-${'x'.repeat(600)}`,
  ])('refuses %j', (text) => {
    expect(parseTraceParent(text)).toBeNull();
  });

  it('writes what it reads', () => {
    const text = `00-${TRACE}-${SPAN}-01`;
    expect(formatTraceParent(parseTraceParent(text)!)).toBe(text);
  });
});
