import { describe, expect, it } from 'vitest';
import { CliInTest } from './run-in-test.test-helper.ts';

const added = ['source', 'add', 'jansen', '--title', 'Jansen', '--place', 'fietsen-jansen', '--attribution', 'Jansen'];

describe('source', () => {
  it('is added, shown, listed, changed and removed', async () => {
    await using cli = await CliInTest.make();
    expect((await cli.run(['source', 'list'])).output).toContain('There are no sources yet');
    expect(await cli.run(added)).toMatchObject({ code: 0 });
    expect((await cli.run(['source', 'show', 'jansen'])).output).toContain('place: fietsen-jansen\n');
    expect((await cli.run(['source', 'list'])).output).toBe(
      'jansen: Jansen; place fietsen-jansen; nothing delivered yet\n',
    );
    await cli.run(['source', 'add', 'jansen', '--license', 'CC0']);
    expect(JSON.parse((await cli.run(['source', 'list', '--json'])).output)).toEqual([
      {
        settings: {
          name: 'jansen',
          title: 'Jansen',
          place: 'fietsen-jansen',
          license: 'https://creativecommons.org/publicdomain/zero/1.0/',
          attribution: 'Jansen',
          currency: 'EUR',
          country: 'NL',
          timeZone: 'Europe/Amsterdam',
          offers: true,
        },
      },
    ]);
    expect((await cli.run(['source', 'remove', 'jansen'])).output).toContain('2 things');
    for (const action of ['show', 'remove'])
      expect(await cli.run(['source', action, 'jansen'])).toMatchObject({ code: 1, output: '' });
  });

  it('is refused with every flag that is wrong', async () => {
    await using cli = await CliInTest.make();
    const { code, errors } = await cli.run([...added, '--currency', 'euro', '--license', 'mine', '--country', 'nl']);
    expect(code).toBe(2);
    expect(errors).toMatch(/--license:[^]*--currency:[^]*--country:/);
  });
});
