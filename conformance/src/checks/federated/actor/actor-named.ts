import { description } from '../../../evidence/description.ts';
import { parseHttpUrl } from '../../../fetching/same-host.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failed, passed } from '../../verdict.ts';

/** FED-001: The actor answers. */
export const actorNamed: Check = defineCheck({
  name: 'actor-named',
  requirement: 'FED-001',
  title: 'The description names the actor',
  fault: 'The description carries no actor, or one of another origin.',
  consumerLoses: 'Others know neither whom to follow nor who speaks for the publisher.',
  whatToDo: 'Put the address of the actor into the description as actor.',
  needs: { description },
  judge({ description: { exchange, json, origin } }) {
    const { actor } = json;
    const url = typeof actor === 'string' ? parseHttpUrl(actor) : undefined;
    return url?.origin === origin
      ? passed(url.href)
      : failed([atPointer(exchange, '/actor', `actor is ${shown(actor)} instead of an address of ${origin}`)]);
  },
});
