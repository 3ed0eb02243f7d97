import type { Reader } from '../stage.ts';
import { toldDigest } from './told-digest.ts';

/**
 * A reader that runs already, and answers for itself: a POST lets it read, and its answer tells the digest.
 * @param template an address with `{feed}` in it
 */
export const addressReader = (template: string): Reader => ({
  name: template,
  async open() {
    return {
      async visit(feed, signal) {
        const response = await fetch(template.replaceAll('{feed}', encodeURIComponent(feed)), {
          method: 'POST',
          signal,
        });
        return { digest: toldDigest(await response.text()), words: `it answered ${response.status}` };
      },
      async [Symbol.asyncDispose]() {},
    };
  },
});
