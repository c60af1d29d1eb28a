/** The list of colleagues, which loads when somebody types `@`. */
import { lazyPart } from '../../ui/lazyPart.tsx';

export const mentionPicker = lazyPart(
  async () => (await import('./MentionPicker.tsx')).MentionPicker,
);
