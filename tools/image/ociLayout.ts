/**
 * Writes an OCI image layout (image-spec 1.1): blobs named by their digest, an index of the image's
 * architectures, and what is said about each as a referrer.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const OCI = 'application/vnd.oci.image';
const MANIFEST = `${OCI}.manifest.v1+json`;

/** Names a blob. */
export interface Descriptor {
  mediaType: string;
  digest: string;
  size: number;
  artifactType?: string;
  annotations?: Record<string, string>;
  platform?: { os: string; architecture: string };
}

/** What a container of the image runs by default. */
export interface RunConfig {
  User: string;
  Env: string[];
  Entrypoint: string[];
  Cmd: string[];
  WorkingDir: string;
  Labels: Record<string, string>;
  StopSignal: string;
}

interface LayerArchive {
  what: string;
  tar: Buffer;
}

const digestOf = (bytes: Buffer): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

const EMPTY = Buffer.from('{}');

/** One layout in a folder, which it replaces. */
export class OciLayout {
  readonly #folder: string;
  readonly #top: Descriptor[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'blobs', 'sha256'), { recursive: true });
  }

  #add(mediaType: string, bytes: Buffer): Descriptor {
    const digest = digestOf(bytes);
    writeFileSync(join(this.#folder, 'blobs', 'sha256', digest.slice('sha256:'.length)), bytes);
    return { mediaType, digest, size: bytes.length };
  }

  #addJson(mediaType: string, value: unknown): Descriptor {
    return this.#add(mediaType, Buffer.from(JSON.stringify(value)));
  }

  /** The image of one architecture, whose descriptor goes into an index, and its layers' bytes. */
  addImage(options: {
    architecture: string;
    created: string;
    config: RunConfig;
    layers: readonly LayerArchive[];
    annotations: Record<string, string>;
  }): { descriptor: Descriptor; compressed: number } {
    const { architecture, created, config, annotations } = options;
    const layers = options.layers.map(({ what, tar }) => ({
      ...this.#add(`${OCI}.layer.v1.tar+gzip`, compress(tar)),
      annotations: { 'org.opencontainers.image.title': what },
    }));
    const configuration = this.#addJson(`${OCI}.config.v1+json`, {
      created,
      architecture,
      os: 'linux',
      config,
      rootfs: { type: 'layers', diff_ids: options.layers.map(({ tar }) => digestOf(tar)) },
      history: options.layers.map(({ what }) => ({ created, created_by: what })),
    });
    const manifest = {
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: configuration,
      layers,
      annotations,
    };
    const platform = { os: 'linux', architecture };
    return {
      descriptor: { ...this.#addJson(MANIFEST, manifest), platform },
      compressed: layers.reduce((sum, { size }) => sum + size, 0),
    };
  }

  /** A document about an image, which registries find by the image's digest. */
  addReferrer(subject: Descriptor, mediaType: string, document: Buffer): void {
    const { digest, size } = subject;
    const manifest = {
      schemaVersion: 2,
      mediaType: MANIFEST,
      artifactType: mediaType,
      config: this.#add('application/vnd.oci.empty.v1+json', EMPTY),
      layers: [this.#add(mediaType, document)],
      subject: { mediaType: subject.mediaType, digest, size },
    };
    this.#top.push({ ...this.#addJson(MANIFEST, manifest), artifactType: mediaType });
  }

  /** Ends with the index of all architectures; resolves with its digest. */
  end(images: readonly Descriptor[], tag: string, annotations: Record<string, string>): string {
    const mediaType = `${OCI}.index.v1+json`;
    const index = this.#addJson(mediaType, {
      schemaVersion: 2,
      mediaType,
      manifests: images,
      annotations,
    });
    const named = { ...index, annotations: { 'org.opencontainers.image.ref.name': tag } };
    const write = (name: string, value: unknown) =>
      writeFileSync(join(this.#folder, name), JSON.stringify(value));
    write('oci-layout', { imageLayoutVersion: '1.0.0' });
    write('index.json', { schemaVersion: 2, mediaType, manifests: [named, ...this.#top] });
    return index.digest;
  }
}

/** Gzip notes the system that it ran on; here it is always "unknown". */
function compress(tar: Buffer): Buffer {
  const bytes = gzipSync(tar, { level: 6 });
  bytes[9] = 255;
  return bytes;
}
