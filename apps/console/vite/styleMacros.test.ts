import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plugin } from 'vite';
import { styleMacros } from './styleMacros.ts';

const SOURCE = `import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
export const box = style({ paddingTop: 16 });`;

const moduleIn = (folder: string) => resolve(import.meta.dirname, '../src', folder, 'box.ts');

/** Transforms a module with the style above; gives the addresses of its style sheets. */
async function transform(plugin: Plugin, id: string): Promise<string[]> {
  const hook = plugin.transform as unknown as {
    handler?: (code: string, id: string) => Promise<{ code: string }>;
  };
  const handler = hook.handler ?? (hook as NonNullable<typeof hook.handler>);
  const { code } = await handler.call({ addWatchFile: () => undefined }, SOURCE, id);
  return [...code.matchAll(/import "(macro-[^"]+)"/g)].map(([, sheet]) => sheet!);
}

function resolves(plugin: Plugin, id: string): boolean {
  const hook = plugin.resolveId as unknown as { handler?: (id: string) => unknown };
  const handler = hook.handler ?? (hook as NonNullable<typeof hook.handler>);
  return handler(id) === id;
}

describe('the style macros', () => {
  it('keep in a second build what one module imports while another one is transformed', async () => {
    const first = styleMacros();
    await Promise.all([transform(first, moduleIn('ui')), transform(first, moduleIn('pages'))]);

    const second = styleMacros();
    const sheets = await transform(second, moduleIn('ui'));
    expect(sheets.length).toBeGreaterThan(0);
    const other = transform(second, moduleIn('pages'));
    for (const sheet of sheets) expect(resolves(second, sheet)).toBe(true);
    await other;
  });
});
