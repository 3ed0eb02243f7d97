import { expect, it } from 'vitest';
import { HandClock } from '../store/store.fixture.ts';
import { createInboxGates } from './inbox-gates.ts';
import { inboxLimits } from './limits.ts';
import { readEnvelope } from './read-envelope.ts';

it.each(['type', 'actor', 'id'])(
  'an activity names its %s with as many characters as the limit, and no more',
  (name) => {
    const isTaken = (characters: number): boolean => {
      const whole = {
        id: 'https://a.example/',
        type: 'Like',
        actor: 'https://a.example/',
        object: 'https://b.example/2',
      };
      const text = Reflect.get(whole, name) as string;
      return readEnvelope({ ...whole, [name]: text.padEnd(characters, 'x') }).ok;
    };
    const { addressCharactersMax } = inboxLimits;
    expect([isTaken(addressCharactersMax), isTaken(addressCharactersMax + 1)]).toEqual([true, false]);
  },
);

it.each(['enter', 'host'] as const)(
  '%s counts as many at the same time as the limit, and forgets the quietest for one more',
  (gate) => {
    const limits = { ...inboxLimits, clientRequestsAMinuteMax: 2, hostActivitiesAMinuteMax: 2, countedMax: 2 };
    const gates = createInboxGates(new HandClock(), limits);
    const isIn = (name: string): boolean => gates[gate](name) === undefined;
    expect([isIn('a'), isIn('a'), isIn('b'), isIn('b')]).toEqual([true, true, true, true]);
    expect([isIn('a'), isIn('b')]).toEqual([false, false]);
    expect(isIn('c')).toBe(true);
    expect(isIn('a')).toBe(true);
  },
);
