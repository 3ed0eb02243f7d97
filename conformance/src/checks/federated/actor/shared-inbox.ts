import { actor } from '../../../evidence/federation/actor.ts';
import { parseHttpUrl } from '../../../fetching/same-host.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failed, passed } from '../../verdict.ts';

/** FED-008: A shared inbox. */
export const sharedInbox: Check = defineCheck({
  name: 'shared-inbox',
  requirement: 'FED-008',
  title: 'There is a shared inbox',
  fault: 'The actor names no sharedInbox of its origin.',
  consumerLoses: 'Servers with many followers of its places send everything once for each.',
  whatToDo: 'Put the address of a shared inbox into endpoints.',
  needs: { actor },
  judge({ actor: { exchange, json, origin } }) {
    const endpoints = json['endpoints'];
    const shared = isObject(endpoints) ? endpoints['sharedInbox'] : undefined;
    const url = typeof shared === 'string' ? parseHttpUrl(shared) : undefined;
    return url?.origin === origin
      ? passed(url.href)
      : failed([atPointer(exchange, '/endpoints', `sharedInbox is ${shown(shared)}`)]);
  },
});
