import type { Event, Offer, Place, Product } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../check-draft.ts';
import { postLimits } from '../limits.ts';
import type { AnnouncedThing } from './announced-thing.ts';
import { announceLimits } from './limits.ts';
import { writeAnnouncement } from './write-announcement.ts';

const settings = { origin: 'https://waterveen.example', area: 'Waterveen-Noord', language: 'en' } as const;
const place = {
  id: '/places/jansen',
  name: { nl: 'Fietsen Jansen', en: 'Jansen Bicycles' },
  address: { addressLocality: 'Waterveen', addressCountry: 'NL' },
} as unknown as Place;

const event = (number: number, changes: Partial<Event> = {}): AnnouncedThing => ({
  announcement: 'events',
  id: `/events/${number}`,
  event: {
    id: `/events/${number}`,
    name: `Ride ${number}`,
    location: place.id,
    startDate: '2026-12-05T10:00:00+01:00',
    source: '/sources/jansen',
    ...changes,
  } as unknown as Event,
});
const product = (changes: Partial<Offer>, of: Partial<Product> | undefined): AnnouncedThing => ({
  announcement: 'products',
  id: '/offers/a.jansen',
  offer: { id: '/offers/a.jansen', availability: 'InStock', ...changes } as unknown as Offer,
  product: of as Product | undefined,
});

const write = (things: readonly AnnouncedThing[], count = things.length) =>
  writeAnnouncement({ announcement: things[0]?.announcement ?? 'events', things, count, place }, settings);
const events = (count: number) => Array.from({ length: count }, (_, index) => event(index));

const written = (name: number, description: number) =>
  write([event(1, { name: 'n'.repeat(name), description: 'd'.repeat(description) })]).text;

describe('an announcement', () => {
  it('is in the language of the node, at the time of the place', () => {
    expect(write([event(1)]).text).toBe(
      'Ride 1\nSaturday, 5 December 2026 at 10:00\nJansen Bicycles, Waterveen\n\n#WaterveenNoord #Events',
    );
  });

  it('names as many things as the limit, and counts the others', () => {
    const { namesShown } = announceLimits;
    expect(write(events(namesShown)).text).not.toContain('more');
    const past = write(events(namesShown + 1)).text;
    expect(past.split('\n').filter((line) => line.startsWith('–'))).toHaveLength(namesShown);
    expect(past).toContain('\nand 1 more\n');
  });

  it('has names and descriptions up to the limits', () => {
    const { nameCharacters, descriptionCharacters } = announceLimits;
    expect(written(nameCharacters, descriptionCharacters)).not.toContain('…');
    expect(written(nameCharacters + 1, descriptionCharacters)).toContain(`${'n'.repeat(nameCharacters - 1)}…\n`);
    expect(written(nameCharacters, descriptionCharacters + 1)).toContain(`${'d'.repeat(descriptionCharacters - 1)}…\n`);
  });

  it('can always be posted', () => {
    const long = 'x'.repeat(500);
    for (const things of [
      [product({}, undefined)],
      [product({ price: '9.95', priceCurrency: 'XXQ' }, { name: ' ', image: ['javascript:alert(1)'] })],
      Array.from({ length: 8 }, () => product({ price: '1' }, { name: long, image: ['/a.png', 'https://b.example/'] })),
      [event(1, { name: long, description: 'y'.repeat(100_000), image: `https://a.example/${'z'.repeat(9_999)}` })],
    ]) {
      const draft = checkDraft(write(things));
      expect(draft.pictures.length).toBeLessThanOrEqual(postLimits.pictures);
    }
  });
});
