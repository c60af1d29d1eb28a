/** The documents about the image: by the published schema, and of what is shipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { provenance } from './provenance.ts';
import { ARCHITECTURES, readPins } from './pins.ts';
import { importedPackages } from './shippedPackages.ts';
import { billOfMaterials } from './sbom.ts';
import { findTool } from '../toolCache/tools.ts';
import manifest from '../../package.json' with { type: 'json' };

interface Bom {
  specVersion: string;
  components: { name: string; purl: string; 'bom-ref': string; hashes?: unknown[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const pins = readPins();
const text = billOfMaterials(pins, 'amd64', [], 0);
const bom = JSON.parse(text.toString()) as Bom;
const schemas = await findTool('cyclonedx-schemas');

it.skipIf('missing' in schemas)('the bill of materials follows CycloneDX’s schema', () => {
  const read = (name: string) =>
    JSON.parse(
      readFileSync(
        join('path' in schemas ? schemas.path : '', `${name}.SNAPSHOT.schema.json`),
        'utf8',
      ),
    ) as object;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  for (const name of ['spdx', 'jsf-0.82'])
    ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  const validate = ajv.compile(read(`bom-${bom.specVersion}`));
  validate(bom);
  expect(validate.errors ?? []).toEqual([]);
});

it('is the same each time, and names every part once', () => {
  expect(billOfMaterials(pins, 'amd64', [], 0).equals(text)).toBe(true);
  const references = bom.components.map((one) => one['bom-ref']);
  expect(new Set(references).size).toBe(references.length);
});

it('has Debian’s packages, Node and what the console imports, and no tool', () => {
  const purls = bom.components.map(({ purl }) => purl);
  for (const { name, version } of pins.debian.amd64)
    expect(purls).toContain(
      `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=amd64&distro=trixie`,
    );
  const names = bom.components.map((one) => one['bom-ref']);
  expect(names).toContain(`node@${manifest.dependencies.node}`);
  expect(names).toContain(`react@${manifest.devDependencies.react}`);
  for (const tool of ['vitest', 'eslint', 'nx', '@playwright/test'])
    expect(names.filter((name) => name.startsWith(`${tool}@`))).toEqual([]);
  expect(importedPackages()).toContain('react');
});

it('has what is pinned for both architectures, of the Node that package.json names', () => {
  expect(pins.node.version).toBe(manifest.dependencies.node);
  for (const architecture of ARCHITECTURES) {
    expect(pins.debian[architecture].map(({ name }) => name)).toEqual(
      pins.debian.amd64.map(({ name }) => name),
    );
    expect(pins.node.sha256[architecture]).toMatch(/^[0-9a-f]{64}$/);
  }
});

it('the provenance names the image, the commit and every material by its digest', () => {
  const statement = JSON.parse(
    provenance(
      { mediaType: '', size: 0, digest: `sha256:${'a'.repeat(64)}` },
      {
        ...{ pins, architecture: 'arm64', revision: 'c'.repeat(40), changed: false, time: 5 },
        builder: 'urn:keyway:test',
      },
    ).toString(),
  ) as {
    subject: unknown;
    predicate: { buildDefinition: { resolvedDependencies: { digest: object }[] } };
  };
  expect(statement).toMatchObject({
    _type: 'https://in-toto.io/Statement/v1',
    predicateType: 'https://slsa.dev/provenance/v1',
    subject: [{ name: 'keyway (linux/arm64)', digest: { sha256: 'a'.repeat(64) } }],
  });
  const { resolvedDependencies } = statement.predicate.buildDefinition;
  expect(resolvedDependencies[0]).toEqual({
    name: 'source',
    digest: { gitCommit: 'c'.repeat(40) },
  });
  expect(resolvedDependencies).toHaveLength(3 + pins.debian.arm64.length);
  for (const { digest } of resolvedDependencies)
    expect(Object.values(digest)[0]).toMatch(/^[0-9a-f]{40,64}$/);
});
