import type { JsonObject } from '../../../json/json-value.ts';
import { tinyActor } from '../../tiny-publisher/federation/actor-documents.ts';
import type { Spoiler } from '../../spoiler.ts';

type ChangeAnswer = NonNullable<Spoiler['answer']>;

/** Changes the JSON that addresses answer with 200. @param path where they are: one, or what they have in common */
export const changeJson =
  (path: string | RegExp, change: (json: JsonObject, url: URL) => JsonObject): ChangeAnswer =>
  (answer, { url }) => {
    const isIt = typeof path === 'string' ? url.pathname === path : path.test(url.pathname);
    if (!isIt || answer.status !== 200 || !answer.type.includes('json')) return answer;
    return { ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as JsonObject, url)) };
  };

/** Changes the document of the actor. */
export const changeActor = (change: (actor: JsonObject) => JsonObject): ChangeAnswer =>
  changeJson(new URL(tinyActor).pathname, change);
