/** Data of a result that is JSON already, on its way through Apollo. */
import type { FormattedExecutionResult } from 'graphql';

export class WrittenData {
  readonly [field: string]: unknown;
  readonly #json: string;

  constructor(json: string) {
    this.#json = json;
  }

  static jsonOf(data: unknown): string | null {
    return data instanceof WrittenData ? data.#json : null;
  }
}

/** The body of a response. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const json = result.errors ? null : WrittenData.jsonOf(result.data);
  if (json === null) return `${JSON.stringify(result)}\n`;
  const { extensions } = result;
  return extensions
    ? `{"data":${json},"extensions":${JSON.stringify(extensions)}}\n`
    : `{"data":${json}}\n`;
}
