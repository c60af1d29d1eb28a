import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { messages as en } from '../intl/messagesEn.ts';
import { messages as es } from '../intl/messagesEs.ts';
import { formatActor } from './formatActor.ts';

const english = createIntl({ locale: 'en', messages: en });
const spanish = createIntl({ locale: 'es', messages: es });

describe('formatActor', () => {
  it.each([
    ['Ana Approver (console)', 'Ana Approver (consola)'],
    ['ITSM (API token)', 'ITSM (token de API)'],
    ['Owner (bootstrap token)', 'Owner (token inicial)'],
    ['Keyway worker', 'Keyway (automático)'],
    ['Keyway', 'Keyway'],
    ['Ana (console) Approver', 'Ana (console) Approver'],
    ['Ana (sales)', 'Ana (sales)'],
    ['', ''],
  ])('%s', (actor, inSpanish) => {
    expect(formatActor(actor, spanish)).toBe(inSpanish);
    expect(formatActor(actor, english)).toBe(actor);
  });
});
