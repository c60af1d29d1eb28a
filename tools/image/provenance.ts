/**
 * What the image was made of: an in-toto statement with SLSA's provenance (v1). It is not signed;
 * who publishes an image signs it with their own key.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inRoot } from '../bootstrap/places.mjs';
import type { Descriptor } from './ociLayout.ts';
import type { Architecture, Pins } from './pins.ts';

export interface Build {
  pins: Pins;
  architecture: Architecture;
  /** The commit; null outside a repository. */
  revision: string | null;
  /** Whether files differ from the commit. */
  changed: boolean;
  time: number;
  /** A URI that names who built. */
  builder: string;
}

const sha256 = (digest: string) => ({ sha256: digest.replace('sha256:', '') });

export function provenance(image: Descriptor, build: Build): Buffer {
  const { pins, architecture, revision, changed, time, builder } = build;
  const lockFile = createHash('sha256').update(readFileSync(inRoot('package-lock.json')));
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: `keyway (linux/${architecture})`, digest: sha256(image.digest) }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'urn:keyway:image:1',
        externalParameters: { architecture, sourceDateEpoch: time },
        internalParameters: { uncommittedChanges: changed },
        resolvedDependencies: [
          ...(revision ? [{ name: 'source', digest: { gitCommit: revision } }] : []),
          { name: 'package-lock.json', digest: { sha256: lockFile.digest('hex') } },
          { name: `node ${pins.node.version}`, digest: sha256(pins.node.sha256[architecture]) },
          ...pins.debian[architecture].map((one) => ({
            name: `${one.name} ${one.version}`,
            uri: `pkg:deb/debian/${one.name}@${encodeURIComponent(one.version)}?arch=${architecture}`,
            digest: sha256(one.sha256),
          })),
        ],
      },
      runDetails: { builder: { id: builder } },
    },
  };
  return Buffer.from(JSON.stringify(statement, null, 2));
}
