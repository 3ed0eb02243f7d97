import { isGtin } from '@openstraat/spec';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { keyOf, type LiveThing, liveThing } from '../../things/live-thing.ts';
import { inapplicable } from '../../verdict.ts';

/** A product's code, and the property in which it stands. */
type Code = readonly [name: 'gtin' | 'sku', value: string];

const codeOf = ({ data: { gtin, sku } }: LiveThing): Code | undefined => {
  if (typeof gtin === 'string') return ['gtin', gtin];
  return typeof sku === 'string' ? ['sku', sku] : undefined;
};

/** ID-015: Offers repeat the product's code. */
export const offerCode: Check = definePageCheck({
  name: 'offer-code',
  requirement: 'ID-015',
  title: "Offers repeat the product's code",
  fault: 'An Offer does not carry the gtin of its product, or its sku where the product has no GTIN.',
  consumerLoses: 'Readers that look for a barcode among offers do not find it.',
  whatToDo: "Repeat the product's gtin on each of its offers, or its sku where it has none.",
  watch(facts) {
    const codes = new Map<string, Code>();
    // Offers that came before their product.
    const waiting: { readonly page: number; readonly at: number; readonly thing: LiveThing; readonly product: string }[] =
      [];
    const findings = new FindingsCollector();
    let offers = 0;
    const compare = (page: number, { id, data, entry: { at } }: LiveThing, [name, value]: Code): void => {
      if (data[name] === value) return;
      findings.add(
        atPointer(
          { id: page },
          jsonPointer('items', at, 'data', ...(data[name] === undefined ? [] : [name])),
          `${name} of ${id} is ${shown(data[name])} instead of ${shown(value)}, as its product has`,
        ),
      );
    };
    const seeOffer = (page: number, thing: LiveThing): void => {
      offers += 1;
      const { id, data, entry } = thing;
      if (data['gtin'] === undefined && data['sku'] === undefined) {
        findings.add(atPointer({ id: page }, jsonPointer('items', entry.at, 'data'), `${id} has neither gtin nor sku`));
        return;
      }
      const product = data['itemOffered'];
      if (typeof product !== 'string') return;
      // By ID-005 the key of the product is its GTIN.
      const key = keyOf(product, 'Product', facts);
      const code = codes.get(product) ?? (key !== undefined && isGtin(key) ? (['gtin', key] as const) : undefined);
      if (code !== undefined) compare(page, thing, code);
      else waiting.push({ page, at: entry.at, thing, product });
    };
    return {
      see({ exchange, entries }) {
        for (const entry of entries) {
          const thing = liveThing(entry);
          if (thing?.kind === 'Offer') seeOffer(exchange.id, thing);
          else if (thing?.kind === 'Product') {
            const code = codeOf(thing);
            // What a GTIN in the key says need not be remembered.
            if (code !== undefined && !thing.id.endsWith(`/${code[1]}`)) codes.set(thing.id, code);
          }
        }
      },
      verdict() {
        for (const { page, thing, product } of waiting) {
          const code = codes.get(product);
          if (code !== undefined) compare(page, thing, code);
        }
        return findings.verdict(offers > 0 ? `${offers} offers` : inapplicable('no offers were met'));
      },
    };
  },
});
