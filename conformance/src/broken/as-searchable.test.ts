import { describe, expect, it } from 'vitest';
import { failsAsSearchable } from './fails-as-searchable.ts';
import { runTiny } from './run-tiny.test-helper.ts';
import { spoilers } from './spoilers/index.ts';

const lesser = spoilers.filter(({ class: name }) => name === undefined || name === 'publisher-live');
/** The tiny publisher's pages are small where several are needed, and then too small for this one. */
const aboutPageSize = 'full-pages';

describe('tested as one that can be searched, on a publisher that is broken in one point', () => {
  it.each(lesser.map((spoiler) => [spoiler.name, spoiler] as const))(
    '%s, no check fails that has nothing to do with it',
    async (_name, spoiler) => {
      const entriesPerPage = spoiler.entriesPerPage ?? (spoiler.class === undefined ? 10 : 1_000);
      const { checks } = await runTiny({ ...spoiler, class: 'searchable', entriesPerPage });
      const failing = checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
      const expected = failsAsSearchable[spoiler.name] ?? spoiler.fails;
      expect(failing.filter((name) => name !== aboutPageSize).toSorted()).toEqual(
        expected.filter((name) => name !== aboutPageSize).toSorted(),
      );
      expect(checks.filter(({ why }) => why === 'suite-fault')).toEqual([]);
    },
  );

  it('what fails besides is told of spoilers that there are', () => {
    const names = lesser.map(({ name }) => name);
    expect(Object.keys(failsAsSearchable).filter((name) => !names.includes(name))).toEqual([]);
  });
});
