/** What other projects use of the figures over many runs. */
export { measureFunnel, PHASES, type FunnelWeek, type MeasuredRun, type Phase } from './funnel.ts';
export { measureStepTimes, PARTIES, type Party, type StepTime } from './stepTimes.ts';
