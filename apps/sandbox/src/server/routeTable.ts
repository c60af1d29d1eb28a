/**
 * A list of routes that is tried from top to bottom. Literal segments compare case-insensitively,
 * as the clouds do.
 */
import type { Answer, Call } from './exchange.ts';

export type Parameters = Record<string, string>;
type Handle<Context> = (
  call: Call,
  parameters: Parameters,
  context: Context,
) => Answer | Promise<Answer>;

interface Route<Context> {
  method: string;
  pattern: string[];
  handle: Handle<Context>;
}

/**
 * Routes such as `GET /subscriptions/:subscription/providers`; a segment with a colon is a
 * parameter.
 */
export class RouteTable<Context> {
  private readonly routes: Route<Context>[] = [];

  /** @param route Method and path, separated by a space. */
  on(route: string, handle: Handle<Context>): this {
    const [method = '', path = ''] = route.split(' ');
    this.routes.push({ method, pattern: path.split('/').filter(Boolean), handle });
    return this;
  }

  /** The answer of the first route that fits, or undefined. */
  answer(call: Call, context: Context): Answer | Promise<Answer> | undefined {
    for (const route of this.routes) {
      if (route.method !== call.method) continue;
      const parameters = match(route.pattern, call.segments);
      if (parameters) return route.handle(call, parameters, context);
    }
    return undefined;
  }
}

function match(pattern: string[], segments: string[]): Parameters | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parameters: Parameters = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index]!;
    if (expected.startsWith(':')) parameters[expected.slice(1)] = actual;
    else if (expected.toLowerCase() !== actual.toLowerCase()) return undefined;
  }
  return parameters;
}
