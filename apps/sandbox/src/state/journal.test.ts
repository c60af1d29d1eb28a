import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Journal } from './journal.ts';

function journalOf(text: string): Journal {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'keyway-journal-'));
  const file = path.join(folder, 'state.jsonl');
  fs.writeFileSync(file, text);
  const journal = new Journal(file);
  onTestFinished(() => {
    journal.close();
    fs.rmSync(folder, { recursive: true });
  });
  return journal;
}

const LINE = '[{"kind":"vault","id":"kv-1","value":null}]\n';

it('leaves out a last line that a crash tore', () => {
  expect(journalOf(`${LINE}[{"kind":"vau`).read()).toEqual([
    { kind: 'vault', id: 'kv-1', value: null },
  ]);
});

it.each(['[{"kind":"vau', '{}', '[null]', '[{"kind":"vault","id":1,"value":null}]', '7'])(
  'refuses %s in the middle',
  (line) => {
    expect(() => journalOf(`${LINE}${line}\n${LINE}`).read()).toThrow('line 2 is damaged');
  },
);
