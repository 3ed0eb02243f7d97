import { contextPath } from '@openstraat/spec';
import type { Spoiler } from '../../spoiler.ts';

/** The context says the same in other bytes. */
export const contextWrittenAnew: Spoiler = {
  name: 'context-written-anew',
  fails: ['own-context'],
  answer: (answer, { url }) =>
    url.pathname === contextPath ? { ...answer, body: JSON.stringify(JSON.parse(answer.body)) } : answer,
};
