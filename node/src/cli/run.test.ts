import { describe, expect, it } from 'vitest';
import { Fault } from '../model/fault.ts';
import { commandHelp, generalHelp } from './help.ts';
import { CliInTest } from './run-in-test.test-helper.ts';
import { commands } from './run.ts';

const failing = (error: Error) => ({ openNode: () => Promise.reject(error) });

describe('the command line', () => {
  it('says on the error stream what there is when nothing is asked', async () => {
    await using cli = await CliInTest.make(false);
    const { code, output, errors } = await cli.run([]);
    expect([code, output]).toEqual([2, '']);
    for (const { name, summary } of commands) expect(errors).toContain(`  ${name.padEnd(10)}${summary}`);
  });

  it('knows its version', async () => {
    await using cli = await CliInTest.make(false);
    expect(await cli.run(['--version'])).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it.each([
    [['sell'], 'There is no command "sell"'],
    [['help', 'sell'], 'There is no command "sell"'],
    [['stats', '--colour'], "Unknown option '--colour'"],
    [['stats', 'now'], '"now" is one word too many'],
    [['stats', '--data'], "'--data <value>' argument missing"],
    [['import'], 'Say which: openstraat import <file>'],
    [['import', 'a.csv', '--report', 'pdf'], '--report is "pdf": write one of text, json, csv'],
    [['export', '--format', 'xml'], '--format is "xml": write one of ndjson, nquads'],
    [['source'], 'one of add, list, show, remove'],
    [['source', 'toString'], 'one of add, list, show, remove'],
    [['start', '--port', '70000'], '--port is "70000": write a port'],
    [['start', '--origin', 'https://a.example/'], '--origin is "https://a.example/": write scheme'],
    [['start', '--port', '4100', '--example=yes'], "'--example' does not take an argument"],
  ])('refuses %j as a mistake in the command', async (given, message) => {
    await using cli = await CliInTest.make();
    const { code, output, errors } = await cli.run(given);
    expect({ code, output, errors }).toEqual({ code: 2, output: '', errors: expect.stringContaining(message) });
    expect(cli.opened).toEqual([]);
  });

  it.each([['help'], ['--help'], ['help', '--help'], ['help', '-h'], ['--help', '--help']])(
    'says in general what there is when asked with %j %j',
    async (...given) => {
      await using cli = await CliInTest.make(false);
      const { code, output } = await cli.run(given);
      expect([code, output]).toEqual([0, generalHelp(commands)]);
    },
  );

  it.each([
    ['stats', '--help'],
    ['help', 'stats'],
    ['help', '--help', 'stats'],
  ])('says more of one command when asked with %j %j', async (...given) => {
    await using cli = await CliInTest.make(false);
    const { code, output } = await cli.run(given);
    expect([code, output]).toEqual([0, expect.stringMatching(/^openstraat stats: /)]);
  });

  it('stops at a bad setting of the environment, but still helps', async () => {
    await using cli = await CliInTest.make();
    const variables = { OPENSTRAAT_PORT: 'x' };
    expect(await cli.run(['stats'], { variables })).toMatchObject({
      code: 2,
      errors: expect.stringContaining('OPENSTRAAT_PORT is "x": write a port'),
    });
    expect(await cli.run(['stats', '--help'], { variables })).toMatchObject({ code: 0 });
  });

  it('says how to make a node where there is none', async () => {
    await using cli = await CliInTest.make(false);
    for (const command of ['start', 'stats', 'verify', 'export'])
      expect(await cli.run([command])).toMatchObject({
        code: 1,
        errors: expect.stringMatching(/There is no node in .*--data \(or OPENSTRAAT_DATA\).*openstraat init --data/),
      });
  });

  it('says a fault in its own words, and shows a mistake of its own in full', async () => {
    await using cli = await CliInTest.make();
    const fault = await cli.run(['stats'], failing(new Fault('log-corrupt', 'The log is broken: restore a backup.')));
    expect(fault).toEqual({ code: 1, output: '', errors: 'The log is broken: restore a backup.\n' });
    const bug = await cli.run(['stats'], failing(new TypeError('x is not a function')));
    expect(bug).toMatchObject({ code: 1, errors: expect.stringMatching(/mistake in Openstraat[^]*TypeError[^]*at /) });
  });

  it('says what went wrong first when cleaning up went wrong too', async () => {
    await using cli = await CliInTest.make();
    const fault = new Fault('shrink', 'Too much would go.');
    const closing = new Fault('log-corrupt', 'The log is broken.');
    const twice = new SuppressedError(new Error('not closed'), new SuppressedError(closing, fault));
    expect(await cli.run(['stats'], failing(twice))).toEqual({ code: 3, output: '', errors: 'Too much would go.\n' });
    const bug = new SuppressedError(closing, new TypeError('x is not a function'));
    expect(await cli.run(['stats'], failing(bug))).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/mistake in Openstraat[^]*TypeError[^]*The log is broken/),
    });
  });
});

describe.each(commands)('openstraat $name --help', (command) => {
  it('is what the command prints, and help of it', async () => {
    await using cli = await CliInTest.make(false);
    for (const given of [
      [command.name, '--help'],
      [command.name, 'x', '-h'],
      ['help', command.name],
    ])
      expect(await cli.run(given)).toEqual({ code: 0, output: commandHelp(command), errors: '' });
  });

  it('explains every option, and no other', () => {
    expect(Object.keys(command.optionHelp).toSorted()).toEqual(Object.keys(command.options).toSorted());
  });

  it('has examples, with options that exist', () => {
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) {
      const own = example.slice(example.indexOf(`openstraat ${command.name}`)).split(/[|>]/)[0] ?? '';
      const flags = [...own.matchAll(/--([a-z-]+)/g)].map(([, flag = '']) => flag);
      expect(Object.keys(command.options)).toEqual(expect.arrayContaining(flags));
    }
  });
});
