import { isGtin } from '@openstraat/spec';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { keyOf, type LiveThing, liveThing } from '../../things/live-thing.ts';
import { inapplicable } from '../../verdict.ts';
import { type Code, CodesOfProducts, heldValue, type OfferCodes, WaitingOffers } from './product-codes.ts';

const codeOf = ({ data: { gtin, sku } }: LiveThing): Code | undefined => {
  if (typeof gtin === 'string') return ['gtin', heldValue(gtin)];
  return typeof sku === 'string' ? ['sku', heldValue(sku)] : undefined;
};

const nothing = heldValue(undefined);

/** ID-015: Offers repeat the product's code. */
export const offerCode: Check = definePageCheck({
  name: 'offer-code',
  requirement: 'ID-015',
  title: "Offers repeat the product's code",
  fault: 'An Offer does not carry the gtin of its product, or its sku where the product has no GTIN.',
  consumerLoses: 'Readers that look for a barcode among offers do not find it.',
  whatToDo: "Repeat the product's gtin on each of its offers, or its sku where it has none.",
  watch(facts) {
    const codes = new CodesOfProducts();
    const waiting = new WaitingOffers();
    const findings = new FindingsCollector();
    let offers = 0;
    const compare = (offer: OfferCodes, [name, held]: Code): void => {
      if (offer[name] === held) return;
      findings.add(
        atPointer(
          { id: offer.page },
          jsonPointer('items', offer.at, 'data', ...(offer[name] === nothing ? [] : [name])),
          `${name} of ${offer.id} is ${offer[name]} instead of ${held}, as its product has`,
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
      const offer: OfferCodes = { page, at, id, gtin: heldValue(gtin), sku: heldValue(sku) };
      // By ID-005 the key of the product is its GTIN.
      const key = keyOf(product, 'Product', facts);
      const code =
        codes.get(product) ?? (key !== undefined && isGtin(key) ? (['gtin', heldValue(key)] as const) : undefined);
      if (code !== undefined) compare(offer, code);
      else waiting.add(offer, product);
    };
    return {
      see({ exchange, entries }) {
        for (const entry of entries) {
          const thing = liveThing(entry);
          if (thing?.kind === 'Offer') seeOffer(exchange.id, thing);
          else if (thing?.kind === 'Product') {
            const code = codeOf(thing);
            // What a GTIN in the key says need not be remembered.
            if (code !== undefined && heldValue(keyOf(thing.id, 'Product', facts)) !== code[1])
              codes.set(thing.id, code);
          }
        }
      },
      verdict() {
        for (const { offer, product } of waiting.all()) {
          const code = codes.get(product);
          if (code !== undefined) compare(offer, code);
        }
        return findings.verdict(offers > 0 ? `${offers} offers` : inapplicable('no offers were met'));
      },
    };
  },
});
