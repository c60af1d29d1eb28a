import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from './parseStrictJson.ts';

describe('parseStrictJson', () => {
  it('reads whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, indented) => {
        const text = JSON.stringify(value, null, indented ? 2 : 0);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses a member named twice, wherever it is and however it is spelled', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.jsonValue(),
        fc.jsonValue(),
        fc.jsonValue(),
        (name, one, other, between) => {
          const member = (value: unknown) => `${JSON.stringify(name)} :${JSON.stringify(value)}`;
          const twice = `{${member(one)},"${'\\u0000'}${'between'}":${JSON.stringify(between)},${member(other)}}`;
          expect(parseStrictJson(twice)).toBeUndefined();
          expect(parseStrictJson(`[1,{"a":{"b":${twice}}}]`)).toBeUndefined();
        },
      ),
    );
    expect(parseStrictJson('{"status":1,"st\\u0061tus":2}')).toBeUndefined();
  });

  it('does not depend on the names that JSON.parse makes: V8 13.6 reads this one as a backslash', () => {
    for (let time = 0; time < 3; time += 1) parseStrictJson('{"a":1,"\\\\":2}');
    expect(parseStrictJson('{"a":1,"\\u0061":2}')).toBeUndefined();
  });

  it('takes the same name in different objects, and as a value', () => {
    expect(parseStrictJson('{"a":{"a":"a"},"b":["a","a",{"a":":"}]}')).toEqual({
      a: { a: 'a' },
      b: ['a', 'a', { a: ':' }],
    });
  });

  it('answers undefined for what is no JSON, and sees through a byte order mark', () => {
    for (const text of ['', '<html>', '{"a":1', '{"a":1}x', "{'a':1}", '{"a":"\\'])
      expect(parseStrictJson(text)).toBeUndefined();
    expect(parseStrictJson('\ufeff{"a":1}')).toEqual({ a: 1 });
  });

  it('takes a long text in its stride', () => {
    expect(parseStrictJson(`{"a":"${'\\"'.repeat(500_000)}"}`)).toEqual({ a: '"'.repeat(500_000) });
  });
});
