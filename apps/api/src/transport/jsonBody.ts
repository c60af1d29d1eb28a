/**
 * Bodies are JSON in UTF-8 and nothing else: bytes that are none would otherwise be kept as
 * replacement characters that nobody sent.
 */
import type { FastifyError, FastifyInstance } from 'fastify';

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
        done(
          badRequest(
            'This body is not UTF-8. Send JSON in UTF-8, whatever the file was that its text came from.',
          ),
        );
        return;
      }
      void parse(request, text, done);
    },
  );
}
