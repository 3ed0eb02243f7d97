import type { ReplicaWriter } from '../../model/replica.ts';
import type { ReplicaLimits } from './limits.ts';
import type { PullReason } from './pull-result.ts';

/** How many things a replica may come to know besides those that it remembers, and why not more where there is no room for one. */
export type ThingVerdict =
  | { readonly newThingsMax: number; readonly reason?: undefined }
  | { readonly newThingsMax: 0; readonly reason: Omit<PullReason, 'url'> };

/** Counts what a replica remembers. */
export type ThingShare = () => Promise<ThingVerdict>;

/** @param host whose replica it is */
export const createThingShare =
  (
    { remembered }: Pick<ReplicaWriter, 'remembered'>,
    host: string,
    { thingsMax }: Pick<ReplicaLimits, 'thingsMax'>,
  ): ThingShare =>
  async () => {
    const newThingsMax = thingsMax - (await remembered());
    if (newThingsMax > 0) return { newThingsMax };
    const words = `paused: of one node ${thingsMax.toLocaleString('en')} things are kept, with those deleted of late. What is here follows its changes, what is deleted there goes, and nothing new comes until they are fewer. To be rid of it: openstraat unfollow ${host}`;
    return { newThingsMax: 0, reason: { code: 'too-many-things', words } };
  };
