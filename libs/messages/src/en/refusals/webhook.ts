import type { ReasonOf } from '@keyway/core';

export const webhookRefusals = {
  deliveryNotFound: 'This delivery doesn’t exist, or was deleted with its webhook or by age.',
  webhookAskedMany:
    '{max, number} tests and redeliveries of this webhook are waiting already. Try again when they were sent.',
  webhookEventsEmpty: 'Choose at least one event. Available: {events}.',
  webhookEventUnknown: '“{event}” is not an event. Available: {events}.',
  webhookNotFound: 'This webhook doesn’t exist.',
  webhookOrganizationsEmpty:
    'Name at least one organization, or leave this out for every organization.',
  webhooksMany: 'There are {max, number} webhooks already. Delete one first.',
  webhookUrlCredentials:
    'The address can’t contain a user name or password. Verify the signature instead.',
  webhookUrlFragment: 'The address can’t have a fragment (#…), which is never sent.',
  webhookUrlHttp:
    '{host} is not in a network that KEYWAY_WEBHOOK_ALLOW names, and only those may be called by http://. Use https://, or ask whoever operates Keyway to allow its network.',
  webhookUrlInvalid:
    'This is not the address of a receiver. Example: https://hooks.example.com/keyway.',
  webhookUrlNotHttps: 'The address must start with https://.',
  webhookUrlPrivate:
    '{host} is not on the public internet. Use a public address, or ask whoever operates Keyway to allow its network in KEYWAY_WEBHOOK_ALLOW.',
  webhookUrlTooLong:
    'The address has {length, number} characters; at most {max, number} are allowed.',
  webhookUrlUnresolved:
    'The name {host} can’t be resolved now. Addresses with http:// and names of private networks must lead to a network that KEYWAY_WEBHOOK_ALLOW names. Check the name, or use https:// with a public name.',
} satisfies Record<ReasonOf<'webhook'>, string>;
