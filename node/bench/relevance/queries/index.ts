import type { JudgedQuery } from '../judged-query.ts';
import { agenda } from './agenda.ts';
import { assortment } from './assortment.ts';
import { barcodes } from './barcodes.ts';
import { brands } from './brands.ts';
import { compounds } from './compounds.ts';
import { describingWords } from './describing-words.ts';
import { categories, filters } from './filters.ts';
import { languages } from './languages.ts';
import { meant } from './meant.ts';
import { nothing } from './nothing.ts';
import { parcels } from './parcels.ts';
import { placeAndProduct } from './place-and-product.ts';
import { placeKinds } from './place-kinds.ts';
import { questions } from './questions.ts';
import { serviceQueries } from './services.ts';
import { sizes } from './sizes.ts';
import { titles } from './titles.ts';
import { typos } from './typos.ts';
import { whenWords } from './when-words.ts';
import { words } from './words.ts';

/** Every judged query, by kind. */
export const judgedQueries: Readonly<Record<string, readonly JudgedQuery[]>> = {
  words,
  compounds,
  typos,
  languages,
  brands,
  sizes,
  'describing words': describingWords,
  'when words': whenWords,
  titles,
  barcodes,
  'place kinds': placeKinds,
  services: serviceQueries,
  agenda,
  parcels,
  assortment,
  questions,
  'place and product': placeAndProduct,
  meant,
  filters,
  categories,
  nothing,
};
