import type { NodeStats } from '../../src/control/commands.ts';
import { done, openstraat } from './openstraat.ts';

/** The origin of nodes that nobody reads over HTTP. */
export const testOrigin = 'https://winkels.waterveen.example';

/** Makes a real node with `openstraat init`. @returns the flags that name its folder */
export const makeNode = async (folder: string, origin: string = testOrigin): Promise<readonly string[]> => {
  const flags = ['--name', 'Winkels', '--area', 'Waterveen', '--operator', 'Coöperatie', '--contact', 'a@b.example'];
  await done(['init', ...flags, '--license', 'cc0', '--origin', origin, '--data', folder]);
  return ['--data', folder];
};

/** What `openstraat stats` says. */
export const statsOf = async (data: readonly string[]): Promise<NodeStats> =>
  JSON.parse(await done(['stats', '--json', ...data])) as NodeStats;

/** What `openstraat verify` finds; it ends with 1 when it finds anything. */
export const problemsOf = async (data: readonly string[]): Promise<readonly string[]> => {
  const { output, errors } = await openstraat(['verify', '--json', ...data]);
  if (output === '') return [errors];
  return (JSON.parse(output) as { problems: string[] }).problems;
};
