import { descriptionPath } from '@openstraat/spec';
import { parseHttpUrl } from '../fetching/same-host.ts';
import type { FetchFunction } from '../fetching/transport.ts';
import { isObject } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';

/** The address for which a folder was made, as its description states it; undefined when it states none. */
export const originOfFolder = async (fetchFile: FetchFunction): Promise<string | undefined> => {
  const answer = await fetchFile(new Request(new URL(descriptionPath, 'http://folder.invalid/')));
  const parsed = parseJson(new Uint8Array(await answer.arrayBuffer()));
  if (!parsed.ok || !isObject(parsed.value) || typeof parsed.value['origin'] !== 'string') return undefined;
  return parseHttpUrl(parsed.value['origin'])?.href;
};
