/** Which events a webhook gets: all, whole groups such as `run.*`, or single ones. */

export const EVERY_EVENT = '*';

export interface EventChoice {
  type: string;
  description: string;
  example: string;
}

/** Events with the same first part of their names, which `pattern` chooses together. */
export interface EventGroup {
  pattern: string;
  events: EventChoice[];
}

/** Sent when somebody asks for it alone. */
const TEST = 'test.ping';

/** In the order in which the server lists them. */
export function groupEvents(events: readonly EventChoice[]): EventGroup[] {
  const groups = new Map<string, EventChoice[]>();
  for (const event of events) {
    if (event.type === TEST) continue;
    const pattern = patternOf(event.type);
    groups.set(pattern, [...(groups.get(pattern) ?? []), event]);
  }
  return [...groups].map(([pattern, of]) => ({ pattern, events: of }));
}

const patternOf = (type: string): string => `${type.split('.')[0]}.*`;

/** What the chosen groups choose with them. */
export const coveredTypes = (
  chosen: readonly string[],
  events: readonly Pick<EventChoice, 'type'>[],
): string[] => events.map(({ type }) => type).filter((type) => chosen.includes(patternOf(type)));

/** The list without what one of its groups chooses already. */
export const withoutCovered = (chosen: readonly string[]): string[] =>
  chosen.filter((one) => one.endsWith('.*') || !chosen.includes(patternOf(one)));

/** Whether a webhook with this choice gets the event. */
export const isChosen = (chosen: readonly string[], type: string): boolean =>
  type !== TEST && [EVERY_EVENT, patternOf(type), type].some((one) => chosen.includes(one));
