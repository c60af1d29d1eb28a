/** Values of a check as people read them; what has no name of its own stays as it is. */
import { inspectKeyIdentifier, type CheckValues, type Locale } from '@keyway/core';
import { describeKeyProblem } from '../describeKeyProblem.ts';
import { displayInstant } from '../displayInstant.ts';
import { messagesIn } from '../messagesIn.ts';

/** Stored by older versions as an English text; the identifier itself says it in any language. */
const problemsOf = (given: string, locale: Locale): string =>
  inspectKeyIdentifier(given)
    .findings.map(({ problem, values }) => describeKeyProblem(problem, values, locale))
    .join(' ');

const display = (value: CheckValues[string], names: Readonly<Record<string, string>>) => {
  if (typeof value !== 'string') return value;
  return Object.hasOwn(names, value) ? names[value]! : displayInstant(value);
};

export function displayValues(values: CheckValues, locale: Locale): CheckValues {
  const { organization, tiers } = messagesIn(locale);
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    shield: organization.values,
    cloud: organization.values,
    sku: tiers,
  };
  const shown: Record<string, CheckValues[string]> = {};
  for (const [name, value] of Object.entries(values))
    shown[name] = display(value, Object.hasOwn(names, name) ? names[name]! : {});
  if (typeof values['given'] === 'string') shown['problems'] = problemsOf(values['given'], locale);
  return shown;
}
