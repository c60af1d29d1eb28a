import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { splitModule } from './splitModules.ts';

const CODE = `import {createContext} from "react";
import {large} from "./large.mjs";
const $shared = 1;
const $context = /*#__PURE__*/ createContext($shared);
function $Dialog() { return large($context); }
export {$context as Context, $Dialog as Dialog};`;

function split(exports: string[]) {
  const { body } = parseAst(CODE);
  return splitModule(
    CODE,
    body as unknown as Parameters<typeof splitModule>[1],
    exports,
    '/x?part',
  );
}

describe('splitModule', () => {
  it('moves what the exports need, once, and imports it back', () => {
    const { rest, part } = split(['Context']);
    expect(part).toContain('const $shared = 1;');
    expect(part).toContain('createContext($shared)');
    expect(part).not.toContain('$Dialog');
    expect(rest).toContain('import {$shared, $context} from "/x?part";');
    expect(rest).not.toContain('createContext($shared)');
    expect(rest).toContain('export {$context as Context, $Dialog as Dialog};');
  });

  it('refuses an export that a newer version no longer has', () => {
    expect(() => split(['Gone'])).toThrow('No declaration of Gone');
  });
});
