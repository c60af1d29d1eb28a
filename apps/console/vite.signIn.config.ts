/** Builds the sign-in page. */
import { defineConfig } from 'vite';
import { separatePage } from './vite/separatePage.ts';

export default defineConfig(separatePage('signIn.html'));
