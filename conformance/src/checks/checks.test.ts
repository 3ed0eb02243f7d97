import { allRequirements } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { consumerChecks } from './consumer/index.ts';
import { allChecks } from './index.ts';

const everyCheck = [...allChecks, ...consumerChecks];

/** Areas whose checks are not all written yet. */
const unfinishedAreas: ReadonlySet<string> = new Set<string>([]);

const areaOf = (id: string): string => id.replace(/-\d+$/, '');
const tested = new Set(everyCheck.map(({ requirement }) => requirement));

describe('checks', () => {
  it('there is one at least for each MUST of a finished area', () => {
    const untested = allRequirements
      .filter(({ id, level }) => level === 'MUST' && !unfinishedAreas.has(areaOf(id)) && !tested.has(id))
      .map(({ id }) => id);
    expect(untested).toEqual([]);
  });

  it('no area is called unfinished that is finished, or that there is none of', () => {
    const open = allRequirements.filter(({ id, level }) => level === 'MUST' && !tested.has(id)).map(({ id }) => id);
    const areas = new Set(open.map(areaOf));
    expect([...unfinishedAreas].filter((area) => !areas.has(area))).toEqual([]);
  });

  it('have names of their own, in the order of the requirements of each class', () => {
    const names = everyCheck.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const order = allRequirements.map(({ id }): string => id);
    const positions = everyCheck.map(({ requirement }) => order.indexOf(requirement));
    expect(positions).toEqual(positions.toSorted((left, right) => left - right));
  });

  it('say in whole sentences what is wrong, what it costs, and what to do', () => {
    for (const { name, title, fault, consumerLoses, whatToDo } of everyCheck) {
      expect([name, title.endsWith('.')]).toEqual([name, false]);
      for (const sentence of [fault, consumerLoses, whatToDo])
        expect([name, sentence]).toEqual([name, expect.stringMatching(/^[A-Za-z@].*\.$/s)]);
    }
  });
});
