import { expect, it } from 'vitest';
import { CliInTest } from './run-in-test.test-helper.ts';

const to = 'https://winkels.elders.example/places/jansen';

it('moves a place, the node, and what was before', async () => {
  await using cli = await CliInTest.make();
  const place = await cli.run(['move', 'place', 'jansen', '--to', to, '--same-keys', '--actor', '@j@elders.example']);
  expect([place.code, place.output]).toEqual([
    0,
    expect.stringContaining(`lives on at ${to}. 3 things are gone from here.`) as string,
  ]);
  expect((await cli.run(['move', 'node', '--to', 'https://elders.example', '--allow-shrink'])).code).toBe(0);
  const from = await cli.run(['move', 'from', 'https://oud.example']);
  expect(from.output).toContain('at the old node: openstraat move node');
  expect((await cli.run(['move', 'from', 'https://oud.example', '--forget'])).output).not.toContain('move node');
  expect((await cli.run(['move', 'undo'])).output).toContain('Import its sources now');
  expect((await cli.run(['move', 'undo', 'jansen'])).code).toBe(0);
  expect(cli.node.moves).toEqual([
    { place: 'jansen', to, sameKeys: true, actor: '@j@elders.example' },
    { to: 'https://elders.example', allowShrink: true },
    { from: 'https://oud.example', forget: false },
    { from: 'https://oud.example', forget: true },
    {},
    { place: 'jansen' },
  ]);
});

it('lists what has moved', async () => {
  await using cli = await CliInTest.make();
  const { output } = await cli.run(['move', 'list']);
  expect(output.trim().split('\n')).toEqual([
    'https://winkels.waterveen.example/places/a has moved to https://elders.example/places/a: 3 addresses here lead there.',
    'This node was https://oud.example before.',
    '@jansen@winkels.waterveen.example was https://oud.example/actors/jansen before.',
  ]);
  expect(JSON.parse((await cli.run(['move', 'list', '--json'])).output)).toEqual(await cli.node.listMoves());
});

it.each([
  [['move']],
  [['move', 'toString']],
  [['move', 'place', 'jansen']],
  [['move', 'place', '--to', to]],
  [['move', 'node']],
  [['move', 'node', 'jansen', '--to', 'https://elders.example']],
  [['move', 'from']],
  [['move', 'undo', 'a', 'b']],
])('says how to call it: %j', async (given) => {
  await using cli = await CliInTest.make();
  const { code, errors } = await cli.run(given);
  expect([code, errors]).toEqual([2, expect.stringMatching(/--help|--to|Say which/) as string]);
});
