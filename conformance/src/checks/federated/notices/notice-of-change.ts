import { notices } from '../../../evidence/federation/notices.ts';
import { idOf, isOfType, valuesOf } from '../../../evidence/federation/values.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atReceived, atStatus } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { failed, inapplicable } from '../../verdict.ts';

/** More of it would be data, which the feed carries. */
const allowed: ReadonlySet<string> = new Set(['@context', 'id', 'type', 'updated', 'name', 'totalItems', 'url']);

/** FED-038: A notice of changes. */
export const noticeOfChange: Check = defineCheck({
  name: 'notice-of-change',
  requirement: 'FED-038',
  title: 'Nodes that follow are told of changes',
  fault: 'The feed has changed, and a node that follows got no notice of it, or one of another form.',
  consumerLoses: 'Nodes learn of new prices only when they look by themselves.',
  whatToDo: 'Send an Update with the feed as an embedded Collection to every node that follows.',
  needs: { notices },
  judge({ notices: { followed, actor, hasChanged, toNode } }) {
    if (followed.accept === undefined) return inapplicable('no node was accepted as a follower');
    if (toNode.length === 0)
      return hasChanged === true
        ? failed([atStatus(followed.exchange, 'the feed has changed since this Follow, and no notice came')])
        : inapplicable('nothing changed while it was tested');
    const findings = new FindingsCollector();
    for (const delivery of toNode) {
      const wrong = (says: string): void => findings.add(atReceived(delivery, '/requestBody', says));
      const { activity = {} } = delivery;
      const { object } = activity;
      if (idOf(activity['actor']) !== actor.url) wrong(`the notice is by ${shown(activity['actor'])}`);
      const { followers } = actor.json;
      if (!valuesOf(activity['to']).includes(followers))
        wrong(`to is ${shown(activity['to'])} instead of ${shown(followers)}`);
      if (!isObject(object)) {
        wrong(`object is ${shown(object)} instead of an embedded Collection`);
        continue;
      }
      if (!isOfType(object, 'Collection')) wrong(`the object is a ${shown(object['type'])} instead of a Collection`);
      if (object['id'] !== actor.feed) wrong(`the object is ${shown(object['id'])} instead of ${shown(actor.feed)}`);
      if (typeof object['updated'] !== 'string' || Number.isNaN(Date.parse(object['updated'])))
        wrong(`updated is ${shown(object['updated'])}`);
      const surplus = Object.keys(object).filter((name) => !allowed.has(name));
      if (surplus.length > 0) wrong(`the object tells more than that something changed: ${surplus.join(', ')}`);
    }
    return findings.verdict(`${toNode.length} notices`);
  },
});
