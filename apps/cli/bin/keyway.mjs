#!/usr/bin/env node
// In the workspace the bundle is built when it is needed; a published package has it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major] = process.versions.node.split('.');
if (Number(major) < 20) fail(`keyway needs Node.js 20 or newer; this is ${process.version}.`);
const workspace = new URL('../../../tools/bootstrap/cliBundle.mjs', import.meta.url);
// Sources are in no package: beside one, a file of that name is somebody else's.
const sources = new URL('../src/main.ts', import.meta.url);
if ([workspace, sources].every((file) => existsSync(fileURLToPath(file)))) {
  const { prepareCli } = await import(workspace.href);
  try {
    await prepareCli((/** @type {string} */ line) => void process.stderr.write(`${line}\n`));
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}
await import(new URL('../dist/keyway.mjs', import.meta.url).href);

/** @param {string} message */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
