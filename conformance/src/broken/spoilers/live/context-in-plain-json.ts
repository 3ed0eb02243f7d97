import { contextPath } from '@openstraat/spec';
import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** The page as plain JSON carries its context all the same. */
export const contextInPlainJson: Spoiler = {
  name: 'context-in-plain-json',
  class: 'publisher-live',
  fails: ['plain-json-links-to-context'],
  answer: (answer, { url }) =>
    url.pathname === '/feed' && answer.type === 'application/json'
      ? { ...answer, body: answer.body.replace('{', `{"@context":"${tinyOrigin}${contextPath}",`) }
      : answer,
};
