/** Modules that a bundle has in a form that takes less memory. */
import { createHash } from 'node:crypto';
import http from 'node:http';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** Getters of `node:http` that load the whole of undici. */
const WEB_GLOBALS = ['CloseEvent', 'MessageEvent', 'WebSocket'];

/**
 * Node reads every property of a built-in module that is imported. For `node:http` this loads
 * undici, 13 MB that neither api nor worker needs. A package that does import one of these names
 * does not build.
 */
export function httpWithoutUndici(): Plugin {
  const id = '\0keyway:http';
  const names = Object.keys(http).filter((name) => !WEB_GLOBALS.includes(name));
  return {
    name: 'keyway:http-without-undici',
    enforce: 'pre',
    resolveId: (source, _importer, { kind }) =>
      /^(node:)?http$/.test(source) && kind === 'import-statement' ? id : null,
    load: (wanted) =>
      wanted === id
        ? `const http = process.getBuiltinModule('node:http');
           export default http;
           export const { ${names.join(', ')} } = http;`
        : null,
  };
}

const IS_FORM_DATA = /typeof FormData !== "undefined" && (\w+) instanceof FormData/g;

/**
 * Azure's client asks of each body whether it is a `FormData`, a name whose first use loads undici
 * too. A tag says the same without it.
 */
export function formDataWithoutUndici(): Plugin {
  return {
    name: 'keyway:form-data-without-undici',
    transform: (code) =>
      code.includes('FormData')
        ? { code: code.replace(IS_FORM_DATA, '$1?.[Symbol.toStringTag] === "FormData"'), map: null }
        : null,
  };
}

const OTEL_API = "require('@opentelemetry/api')";

/**
 * `prom-client` asks OpenTelemetry for the current span where exemplars are enabled, which ours
 * never are. The package would be loaded also where nothing is exported.
 */
export function figuresWithoutOpenTelemetry(): Plugin {
  return {
    name: 'keyway:figures-without-opentelemetry',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('/node_modules/prom-client/') && code.includes(OTEL_API)
        ? { code: code.replace(OTEL_API, '{}'), map: null }
        : null,
  };
}

const BASE64_WASM = /[\\/](\w+_bg\.\w+)\.wasm-base64\.mjs$/;

/**
 * Prisma has its WebAssembly as text in a module, and V8 keeps a module's text. From a file of its
 * own it is read at its use, and the bytes are collected.
 */
export function wasmInFiles(prefix: string): Plugin {
  return {
    name: 'keyway:wasm-in-files',
    enforce: 'pre',
    async load(id) {
      const name = BASE64_WASM.exec(id)?.[1];
      if (!name) return null;
      const { wasm } = (await import(pathToFileURL(id).href)) as { wasm: string };
      const source = Buffer.from(wasm, 'base64');
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
      const fileName = `${prefix}${name}-${hash}.wasm`;
      this.emitFile({ type: 'asset', fileName, source });
      // Prisma calls `Buffer.from(wasm, 'base64')`, which takes an object by its `valueOf`.
      return `import { readFileSync } from 'node:fs';
        const file = new URL(${JSON.stringify(fileName)}, import.meta.url);
        export const wasm = { valueOf: () => readFileSync(file) };`;
    },
  };
}
