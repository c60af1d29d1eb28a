/** Writes an evidence pack: files as they come, then the manifest that lists and signs them. */
import type { KeyObject } from 'node:crypto';
import { signJws } from './jws.ts';
import { MANIFEST, MANIFEST_JWS, PACK_FORMAT, type Manifest, type PackFile } from './manifest.ts';
import { ZipWriter, type ZipSink } from './zip/writeZip.ts';

type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** One pack, written to a sink file by file. */
export class PackWriter {
  readonly #zip: ZipWriter;
  readonly #files: PackFile[] = [];

  constructor(sink: ZipSink) {
    this.#zip = new ZipWriter(sink);
  }

  async add(path: string, content: Content | string): Promise<void> {
    const file =
      typeof content === 'string'
        ? await this.#zip.addSmall(path, Buffer.from(content))
        : await this.#zip.addStream(path, content);
    this.#files.push(file);
  }

  /** Ends the pack. Until then no reader takes the file for complete. */
  async finish(
    about: Omit<Manifest, 'format' | 'files'>,
    key: { kid: string; privateKey: KeyObject },
  ): Promise<void> {
    const manifest: Manifest = { format: PACK_FORMAT, ...about, files: this.#files };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await this.#zip.addStored(MANIFEST, Buffer.from(text));
    await this.#zip.addStored(MANIFEST_JWS, Buffer.from(signJws(text, 'keyway-manifest+jws', key)));
    await this.#zip.end();
  }
}
