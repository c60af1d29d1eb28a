/**
 * Accepts only JSON in UTF-8: otherwise invalid bytes would be stored as replacement characters.
 */
import type { FastifyError, FastifyInstance } from 'fastify';

/** A CSV of 5 MiB as JSON, in which line ends and quotes are escaped. */
export const MAX_BODY_BYTES = 6 * 1024 * 1024;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

const badRequest = (message: string): FastifyError =>
  Object.assign(new Error(message), { statusCode: 400, code: 'BAD_REQUEST', name: 'BadRequest' });

export function addJsonBody(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request, body: Buffer, done) => {
      let text: string;
      try {
        text = UTF_8.decode(body);
      } catch {
        done(badRequest('The request body is not valid UTF-8. Send JSON in UTF-8.'));
        return;
      }
      void parse(request, text, done);
    },
  );
}
