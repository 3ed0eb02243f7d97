import type { ChangeLogReader } from '../../log/change-log.ts';
import type { Operation } from './operations.ts';

const sampleOf = async (log: ChangeLogReader, collection: string): Promise<string | undefined> => {
  const [id] = await log.ids(collection, { limit: 1 });
  return id?.slice(collection.length);
};

/** Operations whose examples are there on this node: what is tried first should give an answer. */
export const withSamples = (operations: readonly Operation[], log: ChangeLogReader): Promise<readonly Operation[]> =>
  Promise.all(
    operations.map(async (operation) => {
      const [parameter, ...more] = operation.inPath;
      if (parameter === undefined || more.length > 0) return operation;
      const [prefix = ''] = operation.path.split('{');
      // Barcodes are keys of products; the smallest keys are those of 14 digits.
      const found = await sampleOf(log, prefix === '/01/' ? '/products/' : prefix);
      if (found === undefined || (prefix === '/01/' && !/^\d{14}$/.test(found))) return operation;
      return { ...operation, inPath: [{ ...parameter, example: found }] };
    }),
  );
