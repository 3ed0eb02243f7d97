import type { Spoiler } from '../../spoiler.ts';
import { availabilityUntold } from './availability-untold.ts';
import { bareSignEmbedded } from './bare-sign-embedded.ts';
import { deletedStillThere } from './deleted-still-there.ts';
import { homeWithoutLicence } from './home-without-licence.ts';
import { homeWithoutOperator } from './home-without-operator.ts';
import { linkRunsProgram } from './link-runs-program.ts';
import { liveThingGone } from './live-thing-gone.ts';
import { nameBecomesMarkup } from './name-becomes-markup.ts';
import { nameByScript } from './name-by-script.ts';
import { nameEndsAttribute } from './name-ends-attribute.ts';
import { noEmbeddedData } from './no-embedded-data.ts';
import { noSitemap } from './no-sitemap.ts';
import { otherPriceEmbedded } from './other-price-embedded.ts';
import { pageIsData } from './page-is-data.ts';
import { robotsKeptOut } from './robots-kept-out.ts';
import { sitemapOfOne } from './sitemap-of-one.ts';

/** Ways to break what documents.md asks, in the order of its requirements. */
export const documentsSpoilers: readonly Spoiler[] = [
  pageIsData,
  liveThingGone,
  noEmbeddedData,
  otherPriceEmbedded,
  bareSignEmbedded,
  nameByScript,
  availabilityUntold,
  nameBecomesMarkup,
  nameEndsAttribute,
  linkRunsProgram,
  deletedStillThere,
  homeWithoutLicence,
  homeWithoutOperator,
  noSitemap,
  sitemapOfOne,
  robotsKeptOut,
];
