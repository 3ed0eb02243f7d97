import { activityType } from '../../evidence/federation/actor.ts';
import { valuesOf } from '../../evidence/federation/values.ts';
import type { AnsweredExchange } from '../../fetching/exchange.ts';
import { isObject, type JsonObject } from '../../json/json-value.ts';
import { atPointer, type Finding } from '../finding.ts';
import { isActivityType } from './is-activity-type.ts';

/** What is wrong with the link by which WebFinger leads to an actor. */
export const selfLinkFindings = (exchange: AnsweredExchange, json: JsonObject, actor: string): readonly Finding[] =>
  valuesOf(json['links']).some(
    (link) =>
      isObject(link) &&
      link['rel'] === 'self' &&
      typeof link['type'] === 'string' &&
      isActivityType(link['type']) &&
      link['href'] === actor,
  )
    ? []
    : [atPointer(exchange, '/links', `no link with rel self leads to ${actor} as ${activityType}`)];
