import { isThingId, type Place, parseThingId, type ThingId, thingId } from '@openstraat/spec';
import type { ChangeLogReader } from '../../log/change-log.ts';
import { fromStoredText } from '../../log/stored-text.ts';
import { Fault } from '../../model/fault.ts';

/** Ids that are read from the log at once. */
const batch = 1_000;
/** Places that a message names, when several are meant. */
const namedMax = 5;

const comparable = (text: string): string => text.normalize('NFC').trim().toLowerCase();

const namesOf = ({ name }: Place): readonly string[] => (typeof name === 'string' ? [name] : Object.values(name));

/** The id that a person may have written: a key, a path or an address. */
const asId = (given: string, origin: string): ThingId | undefined => {
  const path = given.startsWith(`${origin}/`) ? given.slice(origin.length) : given;
  if (path.startsWith('/')) return isThingId(path) && parseThingId(path)?.kind === 'Place' ? path : undefined;
  return /^[^\s/?#]+$/.test(path) ? thingId('Place', path) : undefined;
};

/**
 * Finds a place of the node that a person names by its key, its address or its name.
 * @throws {Fault} `place-unknown`; `bad-request` when several have the name
 */
export const findPlace = async (
  given: string,
  log: Pick<ChangeLogReader, 'get' | 'ids' | 'origin'>,
): Promise<{ readonly id: ThingId; readonly place: Place }> => {
  const read = async (id: ThingId): Promise<Place | undefined> => {
    const entry = await log.get(id);
    return entry?.text === undefined || entry.kind !== 'Place' ? undefined : (fromStoredText(entry.text) as Place);
  };
  const id = asId(given, log.origin);
  const place = id === undefined ? undefined : await read(id);
  if (id !== undefined && place !== undefined) return { id, place };

  const found: { readonly id: ThingId; readonly place: Place }[] = [];
  const wanted = comparable(given);
  for (let after: ThingId | undefined; ;) {
    const ids = await log.ids('/places/', { limit: batch, ...(after === undefined ? {} : { after }) });
    for (const one of ids) {
      const document = await read(one);
      if (document !== undefined && namesOf(document).some((name) => comparable(name) === wanted))
        found.push({ id: one, place: document });
    }
    after = ids.at(-1);
    if (after === undefined || ids.length < batch) break;
  }
  const [first, ...others] = found;
  if (first === undefined)
    throw new Fault(
      'place-unknown',
      `No place here has the key, the address or the name "${given.slice(0, 200)}". Take the key from the end of its page's address.`,
    );
  if (others.length > 0)
    throw new Fault(
      'bad-request',
      `${found.length} places are called "${given.slice(0, 200)}". Name one by its key: ${found
        .slice(0, namedMax)
        .map((one) => parseThingId(one.id)?.key)
        .join(', ')}${found.length > namedMax ? ', …' : ''}.`,
    );
  return first;
};
