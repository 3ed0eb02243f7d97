import { expect, it } from 'vitest';
import { hostOfMessage } from './host-of-message.ts';

it.each([
  [{ type: 'outbox', inbox: 'https://a.example:8443/users/ann/inbox' }, 'a.example:8443'],
  [{ type: 'inbox', activity: { type: 'Like', actor: 'https://b.example/users/ben' } }, 'b.example'],
  [{ type: 'inbox', activity: { actor: { id: 'https://b.example/users/ben' } } }, 'b.example'],
  [{ type: 'inbox', activity: { actor: 'nobody' } }, undefined],
  [{ type: 'fanout', inboxes: {} }, undefined],
  [undefined, undefined],
])('%j meets the host %s', (message, host) => {
  expect(hostOfMessage(message)).toBe(host);
});
