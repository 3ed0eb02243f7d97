import { z } from 'zod';
import { defineKind, defineNested } from './define-kind.ts';
import { dateTime, decimal, integer, iri, node, several, term, text } from './property.ts';
import { address, geo, name, openingHours, source, url } from './shared.ts';

const parcelSizeModel = defineNested('ParcelSize', 'os:ParcelSize', 'The largest parcel taken.', {
  lengthCm: integer('os:lengthCm', 'Length in centimetres.', 10_000),
  widthCm: integer('os:widthCm', 'Width in centimetres.', 10_000),
  heightCm: integer('os:heightCm', 'Height in centimetres.', 10_000),
});

const roomModel = defineNested('ParcelRoom', 'os:ParcelRoom', 'Room left for one size class.', {
  sizeClass: text('os:sizeClass', 'Size class, in the words of the carrier.', 50),
  roomLeft: integer('os:roomLeft', 'How many parcels still fit.', 1_000_000),
  observedAt: dateTime('os:observedAt', 'When this was seen.'),
});

/** Where parcels are handed in or collected. */
export const parcelPointModel = defineKind({
  name: 'ParcelPoint',
  path: 'parcel-points',
  classIri: 'os:ParcelPoint',
  comment: 'Where parcels are handed in or collected. A subclass of schema:Place.',
  constraints: [
    {
      anyOf: [['containedInPlace'], ['address', 'geo']],
      comment: 'The place that it is in, or its own address and point.',
    },
  ],
  shape: {
    containedInPlace: iri('schema:containedInPlace', 'The place that it is in.').optional(),
    name: name().optional(),
    address: address().optional(),
    geo: geo().optional(),
    carrier: several(text('os:carrier', 'Carrier served here.', 100), 50),
    parcelService: several(
      term('os:parcelService', 'What can be done here.', {
        collect: 'os:CollectParcel',
        'drop-off': 'os:DropOffParcel',
        return: 'os:ReturnParcel',
      }),
      3,
    ),
    openingHours: openingHours(),
    pointType: term('os:pointType', 'A locker, or a counter with people.', {
      locker: 'os:Locker',
      counter: 'os:Counter',
    }).optional(),
    source: source(),
    url: url().optional(),
    largestParcel: node('os:largestParcel', 'The largest parcel taken.', parcelSizeModel).optional(),
    weightMaxKg: decimal('os:weightMaxKg', 'The heaviest parcel taken, in kilograms.').optional(),
    room: z
      .array(node('os:room', 'Room left per size class.', roomModel))
      .min(1)
      .max(20)
      .optional(),
  },
});
