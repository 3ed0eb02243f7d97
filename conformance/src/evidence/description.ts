import { nodeDescriptionSchema } from '@openstraat/spec';
import type { AnsweredExchange } from '../fetching/exchange.ts';
import { isObject, type JsonObject } from '../json/json-value.ts';
import { jsonPointer } from '../json/json-pointer.ts';
import { descriptionAnswer } from './description-answer.ts';
import { available, type Gatherer } from './gatherer.ts';
import { gatherObject } from './json-object-answer.ts';
import type { PublisherFacts } from './publisher-facts.ts';

/** Something that the description's model says is wrong. */
export interface DescriptionIssue {
  /** Names and indexes from the top. */
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  readonly message: string;
}

/** The description, as it was answered. */
export interface Description extends PublisherFacts {
  readonly exchange: AnsweredExchange;
  readonly json: JsonObject;
  /** The member `feed`; an empty object when it is none. */
  readonly feed: JsonObject;
  /** All that the spec's model of a description finds wrong. */
  readonly issues: readonly DescriptionIssue[];
}

const originPattern = /^https?:\/\/[^\s"<>\\^`{|}#/?@]+$/;

/** The origin that a description states, or that of the URL under test. */
export const statedOrigin = (json: JsonObject, tested: URL): string => {
  const { origin } = json;
  return typeof origin === 'string' && originPattern.test(origin) ? origin : tested.origin;
};

/** The description as a JSON object; checks find out what is wrong with it. */
export const description: Gatherer<Description> = {
  name: 'description',
  async gather(run) {
    const answer = await run.gather(descriptionAnswer);
    if (!answer.available) return answer;
    const object = gatherObject(answer.value, 'the description');
    if (!object.available) return object;
    const { json, exchange } = object.value;
    const parsed = nodeDescriptionSchema.safeParse(json);
    return available({
      exchange,
      json,
      description: json,
      origin: statedOrigin(json, run.tested),
      feed: isObject(json['feed']) ? json['feed'] : {},
      issues:
        parsed.error?.issues.map(({ path, message }) => {
          const steps = path.map((step) => (typeof step === 'symbol' ? String(step) : step));
          return { path: steps, pointer: jsonPointer(...steps), message };
        }) ?? [],
    });
  },
};
