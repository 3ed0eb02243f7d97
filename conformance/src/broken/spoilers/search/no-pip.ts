import type { Spoiler } from '../../spoiler.ts';

/** The linkset does not lead to the product. */
export const noPip: Spoiler = {
  name: 'no-pip',
  class: 'searchable',
  fails: ['where-to-get-it'],
  answer: (answer) =>
    answer.type === 'application/linkset+json'
      ? { ...answer, body: answer.body.replace(/,"https:\/\/ref\.gs1\.org\/voc\/pip":\[[^\]]*\]/, '') }
      : answer,
};
