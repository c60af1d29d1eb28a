/** What every section of the report uses. */
import type { EvidenceText } from '@keyway/messages';
import { element, type Html } from './html.ts';

/** Renders a text of the report. */
export type Say = (
  name: EvidenceText,
  values?: Readonly<Record<string, string | number | boolean | null>>,
) => string;

/** Instants stay as they are in the data, so that they can be searched for; only shorter. */
export const shownInstant = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;

/** A heading and what stands under it. */
export const section = (title: string, content: readonly (string | Html)[]): Html =>
  element('section', [element('h2', title), ...content]);
