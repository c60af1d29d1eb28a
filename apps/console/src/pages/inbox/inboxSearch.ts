/** What of the inbox the page lists, as part of its address; the page knows the kinds. */
import { choiceParameter, defineSearch, textParameter } from '../../routing/searchParameter.ts';

export const inboxSearch = defineSearch({
  show: choiceParameter(['unread']),
  kind: textParameter,
});
