/** Reads the status of the configuration from Adobe (AEP-41, TM-18). */
import { failureFrom } from '../observe/observe.ts';
import type { EffectHandler } from './effectContext.ts';

export const pollConfiguration: EffectHandler<'pollConfiguration'> = async (
  { submissionId, attempt, pollingSince },
  context,
) => {
  const { submission } = context.run.tracks.AEP;
  if (submission?.id !== submissionId || submission.status !== 'sent')
    return { notWanted: 'this configuration is not waited for any more' };
  const common = { submissionId, attempt, pollingSince, timeScale: context.timeScale };
  try {
    const connection = await context.adobeConnection();
    const answer = await context.adobe.readConfiguration(connection, submission.name, {
      signal: context.signal,
    });
    return { kind: 'configurationObserved', data: { ...common, answer, failure: null } };
  } catch (error) {
    return {
      kind: 'configurationObserved',
      data: { ...common, answer: null, failure: failureFrom(error) },
    };
  }
};
