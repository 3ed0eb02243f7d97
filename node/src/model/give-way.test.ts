import { afterEach, expect, it, vi } from 'vitest';
import { giveWay } from './give-way.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('lets others have their turn once the thread was held for two milliseconds, once for all who wait', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  const heard: string[] = [];
  setImmediate(() => heard.push('other'));
  const [first, second] = [giveWay(), giveWay()];
  expect(first).toBeInstanceOf(Promise);
  expect(second).toBe(first);
  await first;
  expect(heard).toEqual(['other']);
  expect(giveWay()).toBeUndefined();
  now.mockReturnValue(1_001.9);
  expect(giveWay()).toBeUndefined();
  now.mockReturnValue(1_002);
  expect(giveWay()).toBeInstanceOf(Promise);
});
