import { isThingId } from '@openstraat/spec';
import type { PageContext } from './page-context.ts';

/**
 * Whether an address is that of a thing of this node which is not there any more: what was said of it stays, and a page leads only to what there is (PUB-005).
 */
export const isOwnThingGone = async (
  address: string,
  { log, settings }: Pick<PageContext, 'log' | 'settings'>,
): Promise<boolean> => {
  const url = URL.parse(address);
  if (url?.origin !== settings.origin) return false;
  let path = url.pathname;
  try {
    path = decodeURI(path);
  } catch {
    // It stays as it is written.
  }
  return isThingId(path) && (await log.get(path))?.text === undefined;
};
