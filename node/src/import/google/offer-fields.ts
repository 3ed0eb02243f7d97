import type { DraftData } from '../../model/draft.ts';
import type { SourceSettings } from '../../model/source-settings.ts';
import { instantReaders } from '../values/instants.ts';
import {
  type AvailabilityReading,
  readAvailability,
  readCondition,
  readPickupMethod,
  readPickupTime,
  readStock,
} from '../values/offer-words.ts';
import { type Money, priceReader } from '../values/price.ts';
import type { GoogleRow } from './row.ts';

const availabilityOf = (stated: AvailabilityReading | undefined, stock: number | undefined): string =>
  stated?.availability ?? (stock === undefined ? 'Unknown' : stock > 0 ? 'InStock' : 'OutOfStock');

const isLower = (one: Money, other: Money): boolean => Number(one.amount) < Number(other.amount);

/**
 * Makes the reader of what a row of a product feed or local inventory feed says of an offer.
 * @returns wire properties of the offer; what is wrong goes among the row's issues
 */
export const offerFieldsReader = (settings: SourceSettings): ((row: GoogleRow, observedAt: string) => DraftData) => {
  const readPrice = priceReader(settings.currency);
  const { period: readPeriod } = instantReaders(settings.timeZone);

  const salePrice = (row: GoogleRow, price: Money | undefined): DraftData | undefined => {
    const sale = row.value('sale_price', readPrice);
    if (sale === undefined) return undefined;
    if (price === undefined) {
      row.report('sale-price-alone', 'sale_price');
      return { price: sale.amount, priceCurrency: sale.currency };
    }
    if (sale.currency !== price.currency) row.report('sale-price-currency', 'sale_price');
    // Many shops fill in both when there is no reduction.
    else if (sale.amount === price.amount) return undefined;
    else if (isLower(sale, price)) {
      const period = row.value('sale_price_effective_date', readPeriod);
      return {
        salePrice: sale.amount,
        ...(period?.from === undefined ? {} : { saleFrom: period.from }),
        ...(period?.through === undefined ? {} : { saleThrough: period.through }),
      };
    } else row.report('sale-price-not-lower', 'sale_price');
    return undefined;
  };

  return (row, observedAt) => {
    const stated = row.value('availability', readAvailability);
    const stock = row.value('quantity', readStock);
    if (stock === 0 && (stated?.availability === 'InStock' || stated?.availability === 'LimitedAvailability')) {
      row.report('stock-contradicts-availability', 'quantity');
    }
    const data: Record<string, unknown> = { availability: availabilityOf(stated, stock), observedAt };
    const price = row.value('price', readPrice);
    if (price !== undefined) {
      data['price'] = price.amount;
      data['priceCurrency'] = price.currency;
    }
    Object.assign(data, salePrice(row, price));
    if (stock !== undefined) data['stock'] = stock;
    const pickup = row.value('pickup_method', readPickupMethod) ?? [];
    const ways = stated?.fulfilment === undefined ? pickup : [...new Set([...pickup, stated.fulfilment])];
    if (ways.length > 0) data['fulfilment'] = ways;
    const readyWithin = row.value('pickup_sla', readPickupTime);
    if (readyWithin !== undefined) data['readyWithin'] = readyWithin;
    const condition = row.value('condition', readCondition);
    if (condition !== undefined) data['itemCondition'] = condition;
    return data;
  };
};
