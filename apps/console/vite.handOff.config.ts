/** Builds the page of a hand-off. */
import { defineConfig } from 'vite';
import { separatePage } from './vite/separatePage.ts';

export default defineConfig(separatePage('handOff.html'));
