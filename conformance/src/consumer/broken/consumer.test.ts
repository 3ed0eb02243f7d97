import { describe, expect, it } from 'vitest';
import { consumerChecks } from '../../checks/consumer/index.ts';
import { type ConformanceResult, conformanceResultSchema } from '../../result/result.ts';
import { testConsumer } from '../test-consumer.ts';
import { brokenReaders } from './readers/index.ts';
import { SampleReader } from './sample-reader.ts';
import { sampleLimits, stageFor } from './stage.test-helper.ts';

const test = async (reader: typeof SampleReader): Promise<ConformanceResult> => {
  const result = await testConsumer({
    url: 'https://sample-reader.example/',
    openStage: stageFor(reader),
    limits: sampleLimits,
  });
  expect(conformanceResultSchema.parse(result)).toEqual(result);
  expect(result.checks.filter(({ why }) => why === 'suite-fault')).toEqual([]);
  return result;
};
const namesOf = ({ checks }: ConformanceResult, outcome: string): readonly string[] =>
  checks.filter((check) => check.outcome === outcome).map(({ name }) => name);

it('PROVEN-READERS.md has every check and the readers that fail it', async () => {
  const rows = consumerChecks.map(({ requirement, name, title }) => {
    const failing = brokenReaders.filter(({ fails }) => fails.includes(name)).map((broken) => `\`${broken.name}\``);
    return `| ${requirement} | \`${name}\` | ${title} | ${failing.join(', ')} |\n`;
  });
  await expect(
    [
      '# Proven checks of readers\n\n',
      'Every check of the class *consumer* fails on a reader that is broken in exactly its point, and no other check does; all pass on the same reader when it is whole. ',
      'It is made from the lists of checks and readers (`npx vitest run --project unit conformance/src/consumer -u`).\n\n',
      '| requirement | check | holds when it passes | broken readers on which it fails |\n| --- | --- | --- | --- |\n',
      ...rows,
    ].join(''),
  ).toMatchFileSnapshot('../../../PROVEN-READERS.md');
});

describe('a right reader', () => {
  it('passes every check of readers', async () => {
    const result = await test(SampleReader);
    expect(namesOf(result, 'failed')).toEqual([]);
    expect(namesOf(result, 'passed')).toEqual(consumerChecks.map(({ name }) => name));
    expect(result.verdict).toBe('conforms');
  });
});

describe('a reader that is broken in one point', () => {
  it.each(brokenReaders.map((broken) => [broken.name, broken] as const))(
    '%s, fails exactly the checks of that point',
    async (_name, { reader, fails }) => {
      const result = await test(reader);
      expect(namesOf(result, 'failed')).toEqual(fails);
      expect(namesOf(result, 'not-tested')).toEqual([]);
    },
  );

  it('every check of readers fails on one', () => {
    const failing = new Set(brokenReaders.flatMap(({ fails }) => fails));
    expect(consumerChecks.filter(({ name }) => !failing.has(name)).map(({ name }) => name)).toEqual([]);
  });
});
