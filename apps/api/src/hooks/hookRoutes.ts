/** The addresses that clouds send events to. Their bodies stay bytes: what is signed is bytes. */
import { httpText } from '@keyway/messages';
import type { Store } from '@keyway/store';
import type { FastifyError, FastifyInstance } from 'fastify';
import { drain } from '../transport/drain.ts';
import { requestLocale } from '../transport/requestLocale.ts';
import { sendError } from '../transport/sendError.ts';
import { addAdobeRoute } from './adobeRoute.ts';
import { addAzureRoute, AZURE_HOOK_PATH } from './azureRoute.ts';
import type { HookCounts, HookSender } from './hookCounts.ts';

/** More than a batch of events has. */
const MAX_HOOK_BYTES = 512 * 1024;

const TOO_LARGE = { kibibytes: MAX_HOOK_BYTES / 1024 };

const senderOf = (route: string | undefined): HookSender =>
  route?.startsWith(AZURE_HOOK_PATH) ? 'azure' : 'adobe';

export async function addHookRoutes(
  server: FastifyInstance,
  store: Store,
  counts: HookCounts,
): Promise<void> {
  await server.register((hooks, _options, done) => {
    hooks.removeAllContentTypeParsers();
    const options = { parseAs: 'buffer', bodyLimit: MAX_HOOK_BYTES } as const;
    hooks.addContentTypeParser('*', options, (_request, body, parsed) => parsed(null, body));
    hooks.setErrorHandler(async (error: FastifyError, request, reply) => {
      const sender = senderOf(request.routeOptions.url);
      if (error.statusCode === 429) counts.add(sender, 'tooMany');
      if (error.statusCode !== 413) return sendError(error, request, reply);
      counts.add(sender, 'tooLarge');
      await drain(request.raw);
      const text = httpText('hookTooLarge', requestLocale(request, reply), TOO_LARGE);
      return reply.code(413).type('text/plain; charset=utf-8').send(`${text}\n`);
    });
    addAdobeRoute(hooks, store, counts);
    addAzureRoute(hooks, store, counts);
    done();
  });
}
