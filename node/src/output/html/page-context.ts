import type { NodeSettings } from '../../config/settings.ts';
import type { ChangeLogReader } from '../../log/change-log.ts';
import type { PageReader } from './page-reader.ts';
import type { Words } from './words.ts';

/** What every page is made from. */
export interface PageContext {
  readonly settings: NodeSettings;
  readonly language: NodeSettings['language'];
  readonly say: Words;
  readonly log: ChangeLogReader;
  readonly read: PageReader;
  /** The request's address, for paging. */
  readonly url: string;
}
