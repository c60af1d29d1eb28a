/** Every text for people that the server says, in English and Spanish. */
export { format, type Locale, type MessageValues } from './format.ts';
export { fixedReasonText } from './organizationWords.ts';
export { describeKeyProblem } from './keyIdentifierWords.ts';
export { checkTitle, describeCheck, type CheckDescription } from './describeCheck.ts';
export { describeRun, describeStep } from './sentences.ts';
export { actionLabel, actorName, stepTitle, trackTitle } from './steps.ts';
export { describeAnomaly } from './describeAnomaly.ts';
export { describeEvent } from './events.ts';
export { reasonInWords } from './reasonInWords.ts';
export { instructionsFor } from './instructions/instructionsFor.ts';
export { irreversibleConsequences, type IrreversibleConsequence } from './irreversible.ts';
export { ticketText } from './ticketText.ts';
