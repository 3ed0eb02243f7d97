import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { showProgress } from './show-progress.ts';
import type { Streams } from './streams.ts';

const showOn = (isTTY: boolean) => {
  let said = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      said += chunk.toString();
      done();
    },
  });
  const errors: Streams['errors'] = Object.assign(stream, { isTTY });
  const shown = showProgress({ output: stream, errors });
  shown.onProgress({ step: 'gathering', evidence: 'walk', words: '3 pages' });
  for (const remainingMs of [9_000, 4_000])
    shown.onProgress({ step: 'waiting', words: 'Change a price.', remainingMs });
  shown.end();
  return said;
};

it('what somebody should do is said once, on a terminal and elsewhere; how far the run is on a terminal only', () => {
  expect(showOn(false)).toBe('Change a price. (9 s left)\n');
  const onTerminal = showOn(true);
  expect(onTerminal.split('Change a price. (9 s left)\n')).toHaveLength(2);
  expect(onTerminal).toContain('walk 3 pages');
  expect(onTerminal).toContain('waiting for a change, 4 s left');
});
