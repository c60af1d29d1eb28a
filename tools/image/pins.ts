/** What goes into the image from outside, by version and hash. `npm run image -- --update` pins. */
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../bootstrap/places.mjs';

export const ARCHITECTURES = ['amd64', 'arm64'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

export interface DebianPackage {
  name: string;
  version: string;
  /** Of the package's file. */
  sha256: string;
}

export interface Pins {
  /** The release of Debian. */
  release: string;
  debian: Record<Architecture, DebianPackage[]>;
  node: {
    version: string;
    /** Of the program `node` in npm's package for the architecture. */
    sha256: Record<Architecture, string>;
  };
}

const FILE = inRoot('tools', 'image', 'pins.json');

export const readPins = (): Pins => JSON.parse(readFileSync(FILE, 'utf8')) as Pins;

export const writePins = (pins: Pins): void =>
  writeFileSync(FILE, `${JSON.stringify(pins, null, 2)}\n`);

export const isArchitecture = (text: string): text is Architecture =>
  ARCHITECTURES.some((architecture) => architecture === text);

/** This machine's. */
export const ownArchitecture: Architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';
