import { describe, expect, it } from 'vitest';
import { type Called, callWith } from './call.test-helper.ts';
import { exitCodeOf } from './exit-code.ts';

const call = (...given: readonly string[]): Promise<Called> => callWith(AbortSignal.abort(), ...given);

describe('the command line', () => {
  it('says how it is used', async () => {
    const { code, output } = await call('--help');
    expect(code).toBe(0);
    for (const word of [
      '--class',
      '--full',
      '--seed',
      '--format',
      '--output',
      '--folder',
      '--certificate',
      '--callback',
      '--wait',
      'verify',
      'Examples:',
    ])
      expect(output).toContain(word);
  });

  it.each([
    [[], 'Say what to test'],
    [['http://127.0.0.1/', 'twice'], 'one word too many'],
    [['http://127.0.0.1/', '--class', 'baker'], '--class is "baker"'],
    [['http://127.0.0.1/', '--format', 'song'], '--format is "song"'],
    [['http://127.0.0.1/', '--fast'], '--fast'],
    [['http://127.0.0.1/', '--callback', 'suite.example'], '--callback is "suite.example"'],
    [['http://127.0.0.1/', '--callback', 'https://suite.example/path'], 'write scheme, host and port'],
    [
      ['http://127.0.0.1/', '--callback', 'https://suite.example', '--callback-listen', '0'],
      '--callback-listen is "0"',
    ],
    [['http://127.0.0.1/', '--callback-listen', '8080'], 'say with --callback'],
    [['--folder', 'public', '--callback', 'https://suite.example'], '--callback is for an address'],
    [['http://127.0.0.1/', '--wait', '3601'], '--wait is "3601": write how many seconds, from 0 to 3600'],
    [['http://127.0.0.1/', '--wait', '1.5'], '--wait is "1.5"'],
    [['http://127.0.0.1/', '--wait', 'long'], '--wait is "long"'],
    [['--folder', 'public', '--wait', '1'], '--wait is for an address'],
    [['ftp://127.0.0.1/'], 'is not an http or https address'],
  ])('says of %j what to write instead', async (given, words) => {
    const { code, output, errors } = await call(...given);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(words);
    expect(errors).not.toMatch(/\n\s+at /);
  });

  it('ends with 2, and a report, when nothing could be tested', async () => {
    const { code, output } = await call('http://127.0.0.1:9/', '--seed', 'kept');
    expect(code).toBe(2);
    expect(output).toContain('could not be tested');
    expect(output).toContain('--seed kept repeats this run');
  });

  it('has an exit code for each verdict', () => {
    expect((['conforms', 'does-not-conform', 'not-tested'] as const).map(exitCodeOf)).toEqual([0, 1, 2]);
  });
});
