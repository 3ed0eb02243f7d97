import type { Spoiler } from '../../spoiler.ts';
import { cookie } from './cookie.ts';
import { cookieByScript } from './cookie-by-script.ts';
import { crawlersPay } from './crawlers-pay.ts';
import { fontFromElsewhere } from './font-from-elsewhere.ts';
import { membersOnly } from './members-only.ts';
import { neverEncrypted } from './never-encrypted.ts';
import { otherPageForBrowsers } from './other-page-for-browsers.ts';
import { pictureFromElsewhere } from './picture-from-elsewhere.ts';
import { plainHttp } from './plain-http.ts';
import { reportsToElsewhere } from './reports-to-elsewhere.ts';
import { shopKeptBack } from './shop-kept-back.ts';

/** Ways to break what public-values.md asks, in the order of its requirements. */
export const publicValueSpoilers: readonly Spoiler[] = [
  pictureFromElsewhere,
  fontFromElsewhere,
  cookie,
  reportsToElsewhere,
  cookieByScript,
  membersOnly,
  crawlersPay,
  otherPageForBrowsers,
  shopKeptBack,
  plainHttp,
  neverEncrypted,
];
