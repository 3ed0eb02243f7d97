import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { blockLimits } from '../federation/blocks/limits.ts';
import { readBlockList } from './block-list.ts';
import { cliLimits } from './limits.ts';
import { CliInTest } from './run-in-test.test-helper.ts';

const reasonOf = (characters: number): number =>
  readBlockList(`#domain,#public_comment\nnare.example,${'x'.repeat(characters)}\n`).blocks[0]?.reason.length ?? 0;

it('old keys count for as many days as a person may say, and no more', async () => {
  await using cli = await CliInTest.make();
  const rotate = (overlap: string) => cli.run(['keys', 'rotate', '--overlap', overlap]);
  expect((await rotate('3650')).code).toBe(0);
  expect(await rotate('3650.5')).toMatchObject({ code: 2, errors: expect.stringContaining('at most 3650') as string });
  expect(cli.node.rotations.map(({ overlapDays }) => overlapDays)).toEqual([3_650]);
});

it('a list of followers ends at its limit, and says so', async () => {
  await using cli = await CliInTest.make();
  const { followersShown } = cliLimits;
  const listed = async (count: number): Promise<{ lines: number; isToldToEnd: boolean }> => {
    cli.node.followers = Array.from({ length: count }, (_, index) => ({
      id: `https://mastodon.example/users/${index}`,
      handle: `@a${index}@mastodon.example`,
      follows: 'the node',
      state: 'accepted' as const,
      since: '2026-03-02T06:00:00Z',
    }));
    const { output } = await cli.run(['followers']);
    return { lines: output.match(/^@a/gm)?.length ?? 0, isToldToEnd: output.includes('These are the first 10,000') };
  };
  expect(await listed(followersShown - 1)).toEqual({ lines: followersShown - 1, isToldToEnd: false });
  expect(await listed(followersShown)).toEqual({ lines: followersShown, isToldToEnd: true });
  expect(await listed(followersShown + 1)).toEqual({ lines: followersShown, isToldToEnd: true });
});

it('blocks are handed over as many at once as the limit', async () => {
  await using cli = await CliInTest.make();
  const handed: number[] = [];
  const put = cli.node.putBlocks.bind(cli.node);
  cli.node.putBlocks = (request) => {
    handed.push(request.blocks.length);
    return put(request);
  };
  const list = join(cli.folder.path, 'list.csv');
  const imported = async (count: number): Promise<readonly number[]> => {
    await writeFile(list, Array.from({ length: count }, (_, index) => `n${index}.example\n`).join(''));
    expect((await cli.run(['blocks', '--import', list])).code).toBe(0);
    return handed.splice(0);
  };
  expect(await imported(cliLimits.blocksAtOnce)).toEqual([cliLimits.blocksAtOnce]);
  expect(await imported(cliLimits.blocksAtOnce + 1)).toEqual([cliLimits.blocksAtOnce, 1]);
});

it('a block list that is too large for one is not even opened', async () => {
  await using cli = await CliInTest.make();
  const list = join(cli.folder.path, 'list.csv');
  const imported = async (bytes: number): Promise<string> => {
    await writeFile(list, 'nare.example,');
    await truncate(list, bytes);
    const { code, errors } = await cli.run(['blocks', '--import', list]);
    return code === 0 ? 'taken' : errors;
  };
  expect(await imported(blockLimits.fileBytesMax)).toBe('taken');
  expect(await imported(blockLimits.fileBytesMax + 1)).toContain(`${list} is larger than 16777216 bytes`);
});

it('the reason for a block is taken to its limit, and cut there', () => {
  const { reasonCharactersMax } = blockLimits;
  expect([reasonOf(reasonCharactersMax), reasonOf(reasonCharactersMax + 1)]).toEqual([
    reasonCharactersMax,
    reasonCharactersMax,
  ]);
});
