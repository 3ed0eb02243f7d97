import { NumberColumn } from '../../../compact/number-column.ts';
import { TextTable } from '../../../compact/text-table.ts';
import { evidenceLimits } from '../../../evidence/limits.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { liveThing } from '../../things/live-thing.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';

/** ID-010: One product for each GTIN. */
export const gtinOnce: Check = definePageCheck({
  name: 'gtin-once',
  requirement: 'ID-010',
  title: 'One product for each GTIN',
  fault: 'Two live Products state the same gtin.',
  consumerLoses: 'A barcode leads to one of them, and the offers of the other are not found.',
  whatToDo: 'Merge products of one GTIN, and keep in statement what each source says.',
  watch() {
    // Of each GTIN the product that was met first; there may be millions.
    const gtins = new TextTable();
    const products = new TextTable();
    const firstProducts = new NumberColumn(Uint32Array);
    const repeated: {
      readonly page: number;
      readonly at: number;
      readonly gtin: string;
      readonly ids: [string, string];
    }[] = [];
    return {
      see({ exchange, entries }) {
        for (const entry of entries) {
          const thing = liveThing(entry);
          const gtin = thing?.kind === 'Product' ? thing.data['gtin'] : undefined;
          if (thing === undefined || typeof gtin !== 'string') continue;
          const row = gtins.rowOf(gtin);
          if (row === undefined) {
            firstProducts.set(gtins.add(gtin), products.add(thing.id));
            continue;
          }
          const other = firstProducts.get(row);
          if (other !== products.rowOf(thing.id) && repeated.length < evidenceLimits.suspectsMax)
            repeated.push({ page: exchange.id, at: entry.at, gtin, ids: [products.text(other), thing.id] });
        }
      },
      verdict({ replica: { things } }) {
        // One that changed while it was read may have given its code to the other.
        const findings = repeated
          .filter(({ ids }) => ids.every((id) => things.get(id)?.isLive === true))
          .map(({ page, at, gtin, ids }) =>
            atPointer({ id: page }, jsonPointer('items', at, 'data', 'gtin'), `${ids.join(' and ')} have ${gtin}`),
          );
        return gtins.size === 0
          ? inapplicable('no product with a GTIN was met')
          : failedIfAny(findings, `${gtins.size} GTINs`);
      },
    };
  },
});
