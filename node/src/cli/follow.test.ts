import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { fakeFollowed } from '../control/fake-node.test-helper.ts';
import { startControlServer } from '../control/server.ts';
import { Fault } from '../model/fault.ts';
import { CliInTest } from './run-in-test.test-helper.ts';

describe('following, from the command line', () => {
  it('follows, lists and unfollows, through the socket as in its own process', async () => {
    await using cli = await CliInTest.make();
    for (const isRunning of [false, true]) {
      await using running = new AsyncDisposableStack();
      if (isRunning)
        running.use(await startControlServer({ path: cli.folder.socket, node: cli.node, onError: () => {} }));
      expect((await cli.run(['following'])).output).toContain('No node is followed');
      expect(await cli.run(['follow', 'elders.example'])).toEqual({
        code: 0,
        output:
          'Winkels elders (https://elders.example) is followed: 3 things are here, as its signed checkpoint counts them.\n',
        errors: '',
      });
      expect((await cli.run(['following'])).output).toBe(
        'https://elders.example: Winkels elders\n  current, 3 things, the digest agrees; last read 2026-03-02T06:05:00.000Z; sends notices\n',
      );
      expect(JSON.parse((await cli.run(['following', '--pull', 'elders.example', '--json'])).output)).toEqual([
        fakeFollowed({ origin: 'https://elders.example' }),
      ]);
      expect((await cli.run(['unfollow', 'elders.example'])).output).toContain(
        'what it brought is gone from here: 3 things',
      );
      expect(await cli.run(['unfollow', 'elders.example'])).toMatchObject({ code: 1, output: '' });
    }
  });

  it('shows how far it is, and asks the node to stop when it is told to', async () => {
    await using cli = await CliInTest.make();
    await using server = await startControlServer({ path: cli.folder.socket, node: cli.node, onError: () => {} });
    const stop = new AbortController();
    cli.node.onPull = async (node, progress, signal) => {
      progress({ phase: 'walking', entries: 1_000, changed: 990, removed: 0, live: 990 });
      stop.abort();
      if (signal?.aborted === false) await once(signal, 'abort');
      return { ...node, state: 'behind', things: 990, digest: 'unknown' };
    };
    const { code, output, errors } = await cli.run(['follow', 'elders.example'], { typed: [], signal: stop.signal });
    expect({ code, server }).toEqual({ code: 3, server });
    expect(errors).toContain('elders.example: 1,000 entries read, 990 things here');
    expect(output).toContain('990 things are here so far');
  });

  it.each([
    ['failed', 'page-broken', 'could not be read to the end: odd (https://elders.example/feed). 3 things are here.'],
    ['differs', 'digest-differs', 'but not as its checkpoint counts them: odd (https://elders.example/feed)'],
    ['moved', 'moved', 'but it has moved: odd (https://elders.example/feed). 3 things are here until'],
  ] as const)('ends with 1 when a feed %s, and says why', async (state, code, words) => {
    await using cli = await CliInTest.make();
    const reason = { code, words: 'odd', url: 'https://elders.example/feed' };
    cli.node.onPull = (node) => Promise.resolve({ ...node, state, reason });
    expect(await cli.run(['follow', 'elders.example'])).toMatchObject({
      code: 1,
      output: expect.stringContaining(words) as string,
    });
    expect(await cli.run(['following', '--pull'])).toMatchObject({ code: 1 });
    expect(await cli.run(['following'])).toMatchObject({ code: 0 });
    cli.node.followed = [fakeFollowed({ state, digest: 'agrees' })];
    expect((await cli.run(['following'])).output).toContain('the digest agreed when it was last read');
  });

  it('shows what could not be taken, and nothing that steers a terminal', async () => {
    await using cli = await CliInTest.make();
    cli.node.followed.push(
      fakeFollowed({
        name: 'Evil \u001B[2J town',
        leftOut: 2,
        issues: [{ id: 'https://elders.example/offers/\u001Bx', path: 'price', code: 'entry-refused', message: 'odd' }],
      }),
    );
    const { output } = await cli.run(['following']);
    expect(output).toContain('2 of its things could not be taken');
    expect(output).toContain(String.raw`offers/\u001bx price: odd`);
    expect(output).not.toContain('\u001B');
  });

  it('wants to know whom', async () => {
    await using cli = await CliInTest.make();
    for (const given of [['follow'], ['unfollow'], ['follow', 'a', 'b'], ['following', 'a']])
      expect(await cli.run(given)).toMatchObject({ code: 2, output: '' });
    cli.node.onPull = () => Promise.reject(new Fault('usage', '"a b" names no node.'));
    expect(await cli.run(['follow', 'a b'])).toMatchObject({ code: 2, errors: '"a b" names no node.\n' });
  });
});
