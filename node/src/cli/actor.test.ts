import { expect, it } from 'vitest';
import { CliInTest } from './run-in-test.test-helper.ts';

it('switches actors on and off, and lists them', async () => {
  await using cli = await CliInTest.make();
  const on = await cli.run(['actor', 'on', 'bakker', '--name', 'brood', '--announce', 'products,events']);
  expect([on.code, on.output]).toEqual([0, expect.stringContaining('@brood@winkels.waterveen.example') as string]);
  expect(cli.node.actors).toMatchObject([{ identifier: 'bakker', announces: ['events', 'products'] }]);
  expect((await cli.run(['actor', 'on', 'slager', '--announce', 'nothing'])).code).toBe(0);
  expect(cli.node.actors[1]?.announces).toEqual([]);
  const list = await cli.run(['actor', 'list', '--json']);
  expect(JSON.parse(list.output)).toEqual(cli.node.actors);
  expect((await cli.run(['actor', 'off', 'bakker'])).output).toContain('2 followers are told');
  expect((await cli.run(['actor', 'off', 'bakker'])).code).not.toBe(0);
});

it.each([
  [['actor']],
  [['actor', 'constructor']],
  [['actor', 'on']],
  [['actor', 'on', 'a', 'b']],
  [['actor', 'on', 'a', '--announce', 'weather']],
  [['keys']],
  [['keys', 'rotate', '--overlap', 'x']],
  [['keys', 'rotate', '--overlap', '-1']],
  [['keys', 'rotate', '--overlap', '3651']],
  [['keys', 'rotate', '--only', 'both']],
  [['keys', 'rotate', '--only', 'actors', '--recovery-file', 'f']],
])('says how to call it: %j', async (given) => {
  await using cli = await CliInTest.make();
  const { code, errors } = await cli.run(given);
  expect([code, errors]).toEqual([2, expect.stringContaining('--help') as string]);
});
