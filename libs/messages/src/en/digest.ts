/** The mail that says what came into an inbox, and what a chat is sent. */

export const digest = {
  subject: '{count, plural, one {# new item} other {# new items}} in your Keyway inbox',
  item: '- {title} ({at})',
  more: '{count, plural, one {and # more} other {and # more}}',
  inbox: 'Open your inbox:',
  settings: 'You chose to get this mail. To change that, or to turn it off:',
  chatTitle: '{count, plural, one {# new item} other {# new items}} in Keyway',
  chatItem: '{title} ({at})',
  chatOpen: 'Open Keyway',
  chatTest: 'Test message of Keyway: this chat is connected.',
};
