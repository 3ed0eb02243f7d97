import type { ParcelPoint } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import type { PageContent } from '../../http/page-layout.ts';
import type { PageContext } from './page-context.ts';
import { factList, linkToPlace, showAddressLine, showOpeningHours, showSources } from './parts.ts';
import { termWords } from './term-words.ts';
import { chooseText, showAddress, showMoment, showText } from './values.ts';

const showRoom = (point: ParcelPoint, context: PageContext): Html | undefined =>
  point.room === undefined
    ? undefined
    : html`<ul>
        ${point.room.map(
          ({ sizeClass, roomLeft, observedAt }) =>
            html`<li>${sizeClass}: ${roomLeft} (${context.say.seen} ${showMoment(observedAt, context.language)})</li>`,
        )}
      </ul>`;

/** What people call a parcel point: its name, else its carriers. */
export const parcelPointTitle = (point: ParcelPoint, context: PageContext): string =>
  point.name === undefined
    ? `${context.say.parcelPoint} ${point.carrier.join(', ')}`
    : chooseText(point.name, context.language).text;

/** The page of a parcel point. */
export const parcelPointPage = async (point: ParcelPoint, context: PageContext): Promise<PageContent> => {
  const { say, language } = context;
  const { largestParcel, weightMaxKg, pointType } = point;
  const title = parcelPointTitle(point, context);
  const words = (term: string): string => termWords[term]?.[language] ?? term;
  return {
    title,
    path: point.id,
    body: html`<h1>${point.name === undefined ? title : showText(point.name, language)}</h1>
      ${factList([
        [
          say.inside,
          point.containedInPlace === undefined ? undefined : await linkToPlace(context, point.containedInPlace),
        ],
        [say.address, point.address === undefined ? undefined : showAddressLine(point.address)],
        [say.type, pointType === undefined ? undefined : words(pointType)],
        [say.carriers, point.carrier.join(', ')],
        [say.services, point.parcelService.map(words).join(', ')],
        [say.hours, showOpeningHours(point.openingHours, context)],
        [
          say.largest,
          largestParcel === undefined
            ? undefined
            : `${largestParcel.lengthCm} × ${largestParcel.widthCm} × ${largestParcel.heightCm} cm`,
        ],
        [say.heaviest, weightMaxKg === undefined ? undefined : `${weightMaxKg} kg`],
        [say.room, showRoom(point, context)],
        [say.website, point.url === undefined ? undefined : showAddress(point.url)],
      ])}
      ${await showSources([point.source], context)}`,
  };
};
