import { description } from '../../../evidence/description.ts';
import { walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { isObject, shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';

/** DESC-009: Everything has the origin that it states. */
export const oneOrigin: Check = defineCheck({
  name: 'one-origin',
  requirement: 'DESC-009',
  title: 'Everything has the origin that it states',
  fault: 'An address in the description, or the id of a thing in the feed, has another origin than `origin` states.',
  consumerLoses: 'Consumers refuse what speaks for another origin: those things are lost to them, or can be forged.',
  whatToDo: 'Make all addresses from the one configured origin: scheme, host and port.',
  needs: { description, walk },
  judge: ({ description: described, walk: walked }) => {
    const { exchange, json, feed, origin } = described;
    const isOwn = (address: unknown): boolean => typeof address !== 'string' || address.startsWith(`${origin}/`);
    const keys = [
      ...(Array.isArray(json['keys'])
        ? (json['keys'] as readonly unknown[]).map((key, at) => ({ key, pointer: jsonPointer('keys', at) }))
        : []),
      { key: json['recoveryKey'], pointer: jsonPointer('recoveryKey') },
    ];
    const addresses: readonly (readonly [string, unknown])[] = [
      [jsonPointer('id'), json['id']],
      ...['id', 'start', 'checkpointUrl', 'feedFrom', 'feedAfter'].map(
        (name) => [jsonPointer('feed', name), feed[name]] as const,
      ),
      ...keys.flatMap(({ key, pointer }) =>
        isObject(key) ? ['id', 'controller'].map((name) => [pointer + jsonPointer(name), key[name]] as const) : [],
      ),
    ];
    const findings = new FindingsCollector();
    for (const [pointer, address] of addresses)
      if (!isOwn(address))
        findings.add(atPointer(exchange, pointer, `${shown(address)} is not of the origin ${origin}`));
    const { things } = walked.replica;
    for (const { id, exchange: page, at } of things.values())
      if (!isOwn(id))
        findings.add(
          atPointer({ id: page }, jsonPointer('items', at, 'id'), `${shown(id)} is not of the origin ${origin}`),
        );
    return findings.verdict(`the description and ${things.size} ids`);
  },
});
