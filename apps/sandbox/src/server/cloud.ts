/**
 * One call from arrival to answer: throttling, the service of its host, the ledger, and the commit.
 */
import { ims, IMS_HOST } from '../adobe/ims.ts';
import {
  EVENT_KEY_HOST,
  EVENT_VALIDATION_HOST,
  eventKeys,
  eventValidation,
} from '../adobe/ioEvents.ts';
import { platform } from '../adobe/platform.ts';
import { platformHosts } from '../adobe/regions.ts';
import { aws } from '../aws/aws.ts';
import { AwsCalls } from '../aws/awsCalls.ts';
import { awsEndpointOf } from '../aws/awsHosts.ts';
import { arm } from '../azure/arm/arm.ts';
import { ARM_HOST, ENTRA_HOST, GRAPH_HOST, HSM_SUFFIX, VAULT_SUFFIX } from '../azure/azureHosts.ts';
import { entra } from '../azure/directory/entra.ts';
import { graph } from '../azure/directory/graph.ts';
import { keyVault } from '../azure/keyVault/keyVault.ts';
import { makeDueChanges } from '../control/postChange.ts';
import { Refusal } from './exchange.ts';
import type { Answer, Call } from './exchange.ts';
import type { SandboxContext } from './sandboxContext.ts';
import { Throttling } from './throttling.ts';

type Service = (call: Call, context: SandboxContext) => Answer | Promise<Answer>;

const CHANGING = ['PUT', 'POST', 'PATCH', 'DELETE'];

/**
 * Calls are answered one after another, so that a line of the journal holds exactly what one call
 * changed, its ledger row included.
 */
export class Cloud {
  readonly context: SandboxContext;
  /** Calls that reached a cloud since the start. */
  answered = 0;
  /** Calls that a fault spoiled since the start. */
  spoiled = 0;
  readonly awsCalls = new AwsCalls();
  private readonly throttling = new Throttling();
  private tail: Promise<unknown> = Promise.resolve();

  constructor(context: SandboxContext) {
    this.context = context;
  }

  /** Runs `work` after all earlier work, and commits its changes before it answers. */
  exclusive(work: () => Answer | Promise<Answer>): Promise<Answer> {
    const turn = this.tail.then(async () => {
      const { world, now } = this.context;
      try {
        makeDueChanges(world, now());
        return await work();
      } catch (thrown) {
        if (thrown instanceof Refusal) return thrown.answer;
        throw thrown;
      } finally {
        world.commit();
      }
    });
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  /** The answer of the emulated cloud; 421 for a host that none of them has. */
  answer(call: Call): Promise<Answer> {
    const service = serviceOf(call.host);
    if (!service)
      return Promise.resolve({
        status: 421,
        body: {
          error: {
            code: 'MisdirectedRequest',
            message: `The sandbox does not answer for ${call.host}.`,
          },
        },
      });
    this.answered += 1;
    return this.exclusive(async () => {
      const answer = await this.answerOf(service, call);
      this.awsCalls.add(call, answer, this.context.now());
      if (isRecorded(call, answer)) {
        const { method, host, path, body } = call;
        this.context.world.enterLedger({
          at: new Date(this.context.now()).toISOString(),
          method,
          host,
          path,
          body,
          status: answer.status,
        });
      }
      return answer;
    });
  }

  private async answerOf(service: Service, call: Call): Promise<Answer> {
    try {
      return (
        (await this.throttling.answer(call, this.context)) ?? (await service(call, this.context))
      );
    } catch (thrown) {
      if (thrown instanceof Refusal) return thrown.answer;
      throw thrown;
    }
  }

  reset(): void {
    this.awsCalls.forget();
    this.context.world.reset();
    this.throttling.forget();
  }
}

function serviceOf(host: string): Service | undefined {
  if (host === ENTRA_HOST) return entra;
  if (host === ARM_HOST) return arm;
  if (host === GRAPH_HOST) return graph;
  if (host === IMS_HOST) return ims;
  if (host === EVENT_KEY_HOST) return eventKeys;
  if (host === EVENT_VALIDATION_HOST) return eventValidation;
  if (platformHosts.includes(host)) return platform;
  if (awsEndpointOf(host)) return aws;
  const oneLabel = /^[a-z0-9-]+\.(vault|managedhsm)\.azure\.net$/.test(host);
  return oneLabel && (host.endsWith(VAULT_SUFFIX) || host.endsWith(HSM_SUFFIX))
    ? keyVault
    : undefined;
}

/**
 * Accepted calls that change something outside; signing in and consenting are not the product's
 * doing.
 */
function isRecorded(call: Call, answer: Answer): boolean {
  if (answer.ledger !== undefined) return answer.ledger;
  return (
    CHANGING.includes(call.method) &&
    answer.status < 300 &&
    call.host !== ENTRA_HOST &&
    call.host !== IMS_HOST
  );
}
