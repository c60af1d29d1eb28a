/** The pictures over time in their states. */
import { PENDING, serverError } from '../fixtures/AnsweringLink.ts';
import { noInsights, someInsights } from '../fixtures/someInsights.ts';
import type { PageStateProps } from './PageState.tsx';

export const INSIGHT_STATES: Record<string, PageStateProps> = {
  insights: { path: '/insights', answers: { Insights: someInsights } },
  'insights-empty': { path: '/insights', answers: { Insights: noInsights } },
  'insights-loading': { path: '/insights', answers: { Insights: PENDING } },
  'insights-failed': { path: '/insights', answers: { Insights: serverError('gone') } },
};
