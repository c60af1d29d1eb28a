/** Reads the body of a GraphQL response. */

/** An error that GraphQL answers with. */
export interface GraphqlError {
  message: string;
  extensions?: Record<string, unknown> | undefined;
}

interface Body {
  data?: unknown;
  errors?: GraphqlError[] | undefined;
}

/** An object that is no list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null for what is no GraphQL response. */
export function readBody(text: string): Body | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(body) || !('data' in body || 'errors' in body)) return null;
  return { data: body['data'], errors: graphqlErrors(body['errors']) };
}

/** What is no error of GraphQL is left out. */
export function graphqlErrors(errors: unknown): GraphqlError[] | undefined {
  if (!Array.isArray(errors)) return undefined;
  return errors.filter(isObject).map(({ message, extensions }) => ({
    message: String(message ?? 'Unknown error'),
    extensions: isObject(extensions) ? extensions : undefined,
  }));
}
