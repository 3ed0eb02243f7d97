import { expect, it } from 'vitest';
import { portWarning } from './start-warnings.ts';

it.each([
  ['http://127.0.0.1:24300', 'http://127.0.0.1:24310', true],
  ['http://localhost:24300', 'http://[::1]:24310', true],
  ['http://[::1]', 'http://[::1]:24310', true],
  ['http://127.0.0.1:24300', 'http://0.0.0.0:24300', false],
  ['https://town.localhost', 'http://127.0.0.1:443', false],
  // Behind a proxy.
  ['https://winkels.waterveen.example', 'http://127.0.0.1:4100', false],
])('a node called %s that listens on %s is not where it says: %s', (origin, listening, isElsewhere) => {
  expect(portWarning(origin, listening) !== undefined).toBe(isElsewhere);
});

it('says both ways out', () => {
  const warning = portWarning('http://127.0.0.1:24300', 'http://127.0.0.1:24310') ?? '';
  expect(warning).toContain('--port 24300,');
  expect(warning).toContain('--origin http://127.0.0.1:24310 --change-origin');
});
