import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FollowerListing } from '../control/commands.ts';
import { CliInTest } from './run-in-test.test-helper.ts';

const ann: FollowerListing = {
  id: 'https://social.example/users/ann',
  handle: '@ann@social.example',
  follows: '@waterveen@winkels.waterveen.example',
  state: 'asked',
  since: '2026-03-02T06:00:00Z',
};
const town: FollowerListing = {
  ...ann,
  id: 'https://elders.example/actors/node',
  handle: '@elders@elders.example',
  state: 'accepted',
  node: { origin: 'https://elders.example', name: 'Winkels elders' },
};

describe('openstraat followers', () => {
  it('lists them, and answers those that ask', async () => {
    await using cli = await CliInTest.make();
    cli.node.followers = [{ ...ann }, { ...town }];
    expect((await cli.run(['followers'])).output).toMatch(
      /@ann@social\.example asks to follow @waterveen.*\n@elders@elders\.example, the node Winkels elders .* follows/,
    );
    expect((await cli.run(['followers', '--asking'])).output).not.toContain('elders');
    expect(await cli.run(['followers', 'accept', '@ann@social.example'])).toMatchObject({ code: 0 });
    expect((await cli.run(['followers', '--asking'])).output).toBe('Nobody asks to follow.\n');
    expect(await cli.run(['followers', 'remove', town.id])).toMatchObject({ code: 0 });
    expect(JSON.parse((await cli.run(['followers', '--json'])).output)).toEqual([{ ...ann, state: 'accepted' }]);
  });

  it('shows no terminal what steers it, for programs either', async () => {
    await using cli = await CliInTest.make();
    const handle = '@a\u009B2J\u202E@social.example';
    cli.node.followers = [{ ...ann, handle }];
    const { output } = await cli.run(['followers', '--json']);
    expect(output).not.toMatch(/[\u0080-\u009F\u202E]/);
    expect(JSON.parse(output)).toMatchObject([{ handle }]);
  });

  it.each([[['followers', 'adopt', 'ann']], [['followers', 'accept']], [['followers', 'accept', 'a', 'b']]])(
    'refuses %j',
    async (given) => {
      await using cli = await CliInTest.make();
      expect(await cli.run(given)).toMatchObject({ code: 2 });
    },
  );
});

describe('openstraat block', () => {
  it('blocks and unblocks', async () => {
    await using cli = await CliInTest.make();
    expect((await cli.run(['block', 'nare.example', '--reason', 'reclame'])).output).toContain('is blocked');
    expect((await cli.run(['blocks'])).output).toMatch(/^nare\.example: blocked \(suspend\); since .*; reclame\n$/);
    expect(await cli.run(['unblock', 'nare.example'])).toMatchObject({ code: 0 });
    expect((await cli.run(['blocks'])).output).toBe('No domain is blocked.\n');
    expect((await cli.run(['block'])).code).toBe(2);
  });

  it('never shuts out the node itself, and says so', async () => {
    await using cli = await CliInTest.make();
    const { ownDomain } = cli.node;
    const refused = await cli.run(['block', ownDomain]);
    expect(refused).toMatchObject({ output: '' });
    expect(refused.code).not.toBe(0);
    expect(refused.errors).toContain('This node itself');
    const list = join(cli.folder.path, 'list.csv');
    await writeFile(list, `${ownDomain}\nnare.example\n`);
    const imported = await cli.run(['blocks', '--import', list]);
    expect(imported.output).toContain(`${ownDomain} is left out`);
    expect(imported.output).toContain('2 domains read, 1 of them new');
    const copy = join(cli.folder.path, 'copy.csv');
    expect((await cli.run(['blocks', '--export', copy])).output).toBe(`1 domain is in ${copy}.\n`);
  });

  it('imports and exports lists, and lifts no block for a milder word', async () => {
    await using cli = await CliInTest.make();
    await cli.run(['block', 'nare.example']);
    const list = join(cli.folder.path, 'list.csv');
    await writeFile(list, '#domain,#severity\nnare.example,silence\nook.example,suspend\nn*re.example,suspend\n');
    const imported = await cli.run(['blocks', '--import', list]);
    expect(imported.code).toBe(1);
    expect(imported.output).toContain('line 4:');
    const copy = join(cli.folder.path, 'copy.csv');
    expect(await cli.run(['blocks', '--export', copy])).toMatchObject({ code: 0 });
    expect(await readFile(copy, 'utf8')).toBe(
      '#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n' +
        'nare.example,suspend,true,true,,false\nook.example,suspend,false,false,,false\n',
    );
    const missing = await cli.run(['blocks', '--import', join(cli.folder.path, 'none.csv')]);
    expect(missing.code).not.toBe(0);
    expect(missing.errors).toMatch(/none\.csv can't be used: there is no such file\./);
    expect((await cli.run(['blocks', '--import', list, '--export', copy])).code).toBe(2);
  });
});
