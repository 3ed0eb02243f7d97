import type { JsonObject } from '../../json/json-value.ts';
import { tinyOrigin, type TinyThing } from '../tiny-publisher/town.ts';

type Things = readonly TinyThing[];

/** Changes the data of one thing before it is published. @param path of its id; `change` may give anything, right or wrong */
export const changeThing =
  (path: string, change: (data: JsonObject) => object): ((things: Things) => Things) =>
  (things) =>
    things.map((thing) =>
      thing.data.id === tinyOrigin + path
        ? // What spoilers make of it need not fit the model.
          ({ ...thing, data: change(thing.data as unknown as JsonObject) } as unknown as TinyThing)
        : thing,
    );

/** Publishes one thing more, like another one. */
export const addThing =
  (path: string, change: (data: JsonObject) => object): ((things: Things) => Things) =>
  (things) => [...things, ...changeThing(path, change)(things.filter(({ data }) => data.id === tinyOrigin + path))];
