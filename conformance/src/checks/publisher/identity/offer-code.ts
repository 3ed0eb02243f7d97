import { isGtin } from '@openstraat/spec';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { keyOf, type LiveThing, liveThing } from '../../things/live-thing.ts';
import { inapplicable } from '../../verdict.ts';

/** What has to be remembered of an offer until its product is met. */
interface OfferCodes {
  /** Exchange of its page, and index on it. */
  readonly page: number;
  readonly at: number;
  readonly id: string;
  readonly gtin: unknown;
  readonly sku: unknown;
}

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
    const waiting: { readonly offer: OfferCodes; readonly product: string }[] = [];
    const findings = new FindingsCollector();
    let offers = 0;
    const compare = (offer: OfferCodes, [name, value]: Code): void => {
      if (offer[name] === value) return;
      findings.add(
        atPointer(
          { id: offer.page },
          jsonPointer('items', offer.at, 'data', ...(offer[name] === undefined ? [] : [name])),
          `${name} of ${offer.id} is ${shown(offer[name])} instead of ${shown(value)}, as its product has`,
        ),
      );
    };
    const seeOffer = (page: number, { id, data, entry: { at } }: LiveThing): void => {
      offers += 1;
      const { gtin, sku, itemOffered: product } = data;
      if (gtin === undefined && sku === undefined) {
        findings.add(atPointer({ id: page }, jsonPointer('items', at, 'data'), `${id} has neither gtin nor sku`));
        return;
      }
      if (typeof product !== 'string') return;
      const offer: OfferCodes = { page, at, id, gtin, sku };
      // By ID-005 the key of the product is its GTIN.
      const key = keyOf(product, 'Product', facts);
      const code = codes.get(product) ?? (key !== undefined && isGtin(key) ? (['gtin', key] as const) : undefined);
      if (code !== undefined) compare(offer, code);
      else waiting.push({ offer, product });
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
        for (const { offer, product } of waiting) {
          const code = codes.get(product);
          if (code !== undefined) compare(offer, code);
        }
        return findings.verdict(offers > 0 ? `${offers} offers` : inapplicable('no offers were met'));
      },
    };
  },
});
