import type { KvStoreSetOptions } from '@fedify/fedify';
import { Temporal } from '@js-temporal/polyfill';

type Duration = NonNullable<KvStoreSetOptions['ttl']>;

/** A duration as Fedify takes it: the polyfill's is the same, but TypeScript tells it from the standard's. */
export const duration = (ms: number): Duration => Temporal.Duration.from({ milliseconds: ms }) as unknown as Duration;
