/** What people read in a script, in their language. */
import { format, type MessageValues } from '../format.ts';
import type { Messages } from '../messages.ts';
import { messagesIn } from '../messagesIn.ts';
import { visible } from './quoting.ts';
import type { Setting } from './setting.ts';

type ScriptText = keyof Messages['instructions']['scriptTexts'];

/** One line, whatever the values contain. */
export const scriptText = (s: Setting, name: ScriptText, values: MessageValues = {}): string =>
  visible(format(messagesIn(s.locale).instructions.scriptTexts[name], values, s.locale));

/** A comment of a shell, of PowerShell or of Terraform. */
export const comment = (s: Setting, name: ScriptText, values?: MessageValues): string =>
  `# ${scriptText(s, name, values)}`;
