import { contextPath } from '@openstraat/spec';
import type { Spoiler } from '../../spoiler.ts';

/** The context is sent as plain JSON. */
export const contextAsJson: Spoiler = {
  name: 'context-as-json',
  class: 'publisher-live',
  fails: ['served-as-json-ld'],
  answer: (answer, { url }) => (url.pathname === contextPath ? { ...answer, type: 'application/json' } : answer),
};
