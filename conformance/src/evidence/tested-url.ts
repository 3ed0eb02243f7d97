import { available, type Gatherer } from './gatherer.ts';

/** The URL under test. */
export const testedUrl: Gatherer<URL> = {
  name: 'tested-url',
  async gather({ tested }) {
    return available(tested);
  },
};
