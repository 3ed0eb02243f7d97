import { z } from 'zod';
import { Fault } from '../../model/fault.ts';
import type { Fetcher } from '../fetching/create-fetcher.ts';
import { readBoundedJson } from '../replica/bounded-json.ts';
import { replicaLimits } from '../replica/limits.ts';
import { movingLimits } from './limits.ts';

const placeSchema = z.object({ id: z.string(), type: z.union([z.string(), z.array(z.string())]) });

/**
 * Reads the address at which a place is to live on.
 * @param origin of this node
 * @throws {Fault} `bad-request`
 */
export const readNewAddress = (given: string, origin: string): string => {
  const url = URL.parse(given);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || /[\s]/.test(given))
    throw new Fault(
      'bad-request',
      `"${given.slice(0, 200)}" is no web address. Write that of the place's page at its new node, such as https://winkels.elders.example/places/de-ketting.`,
    );
  if (url.origin === origin)
    throw new Fault('bad-request', `${given} is at this node too. A place here keeps its address.`);
  return url.href;
};

/**
 * Makes sure that the place is there before it goes here.
 * @throws {Fault} `peer-unusable`
 */
export const checkNewPlace = async (address: string, fetcher: Pick<Fetcher, 'get'>): Promise<void> => {
  const refuse = (why: string): never => {
    throw new Fault(
      'peer-unusable',
      `${address} ${why}. First import the place at the new node, and take its address from the page there.`,
    );
  };
  const answer = await fetcher.get(address, { headers: { accept: 'application/ld+json, application/json;q=0.9' } });
  if (!answer.ok) return refuse(`can't be read: ${answer.words}`);
  if (answer.status !== 200) return refuse(`answers ${answer.status}`);
  if (answer.body.length > movingLimits.documentBytesMax) return refuse('answers with too much');
  const json = readBoundedJson(answer.body, replicaLimits);
  const place = json.ok ? placeSchema.safeParse(json.value).data : undefined;
  if (place === undefined || ![place.type].flat().includes('Place')) return refuse('is not the document of a place');
  if (URL.parse(place.id)?.href !== address) return refuse(`is the document of ${place.id.slice(0, 200)}`);
};
