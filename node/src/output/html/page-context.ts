import type { NodeSettings } from '../../config/settings.ts';
import type { ChangeLogReader } from '../../log/change-log.ts';
import type { SearchView } from '../../project/search-index/search-view.ts';
import type { News } from '../news.ts';
import type { RemoteFollow } from '../remote-follow.ts';
import type { PageReader } from './page-reader.ts';
import type { Words } from './words.ts';

/** What every page is made from. */
export interface PageContext {
  readonly settings: NodeSettings;
  readonly language: NodeSettings['language'];
  readonly say: Words;
  /** The node's own log. */
  readonly log: ChangeLogReader;
  readonly read: PageReader;
  /** What is found here of all nodes; undefined while that is being built. */
  readonly found: SearchView | undefined;
  /** What a node calls itself, or its host where it has not said. */
  readonly nodeName: (origin: string) => string;
  /** How people follow a place; undefined where no actor speaks for any. */
  readonly remoteFollow: Pick<RemoteFollow, 'of'> | undefined;
  /** What places, and the node itself, say. */
  readonly news: News;
  /** The request's address, for paging. */
  readonly url: string;
}
