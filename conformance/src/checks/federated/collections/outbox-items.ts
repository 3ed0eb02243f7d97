import { actor } from '../../../evidence/federation/actor.ts';
import { collections } from '../../../evidence/federation/collections.ts';
import { idOf, isOfType } from '../../../evidence/federation/values.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { inapplicable, notTested } from '../../verdict.ts';
import { isPublic } from '../is-public.ts';

/** FED-017: What stands in the outbox. */
export const outboxItems: Check = defineCheck({
  name: 'outbox-items',
  requirement: 'FED-017',
  title: 'The outbox holds what the actor said to all',
  fault: 'An item of the outbox is not an activity of the actor, not public, or holds no object that can be shown.',
  consumerLoses: 'Servers that look at a new account see nothing of what it said.',
  whatToDo: 'List activities by the actor to everyone, with their posts in them.',
  needs: { actor, collections },
  judge({ actor: { url, origin }, collections: read }) {
    const outbox = read.get('outbox');
    if (outbox === undefined) return notTested('evidence-missing', 'the actor gives no address of its outbox');
    const findings = new FindingsCollector();
    const activities = outbox.items.filter(({ value }) => typeof value !== 'string');
    for (const { exchange, pointer, value } of activities) {
      const wrong = (name: string, says: string): void => findings.add(atPointer(exchange, pointer + name, says));
      if (!isObject(value)) {
        wrong('', `${shown(value)} is no activity`);
        continue;
      }
      const { id, object } = value;
      if (typeof id !== 'string' || !id.startsWith(`${origin}/`)) wrong('/id', `id is ${shown(id)}`);
      if (idOf(value['actor']) !== url) wrong('/actor', `actor is ${shown(value['actor'])}`);
      if (!isPublic(value)) wrong('/to', `${shown(value['to'])} is not everyone`);
      if (!isOfType(value, 'Create')) continue;
      if (!isObject(object)) {
        wrong('/object', `object is ${shown(object)} instead of what was created`);
        continue;
      }
      if (idOf(object['attributedTo']) !== url)
        wrong('/object/attributedTo', `attributedTo is ${shown(object['attributedTo'])}`);
      if (typeof object['content'] !== 'string' && !isObject(object['contentMap']))
        wrong('/object/content', `content is ${shown(object['content'])}`);
      if (typeof object['published'] !== 'string' || Number.isNaN(Date.parse(object['published'])))
        wrong('/object/published', `published is ${shown(object['published'])}`);
    }
    return findings.verdict(
      activities.length > 0 ? `${activities.length} activities` : inapplicable('nothing was said yet'),
    );
  },
});
