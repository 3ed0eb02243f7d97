import { isObject, type JsonObject } from '../../../json/json-value.ts';

export type OpenState = 'open' | 'closed' | 'unknown';

const local = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Knows the few opening hours that the tiny town has. */
export const openState = (data: JsonObject, atMs: number): OpenState => {
  const parts = new Map(local.formatToParts(atMs).map(({ type, value }) => [type, value]));
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  const closures = data['specialOpeningHoursSpecification'];
  const isClosed = (Array.isArray(closures) ? closures : []).some(
    (closure: unknown) =>
      isObject(closure) && String(closure['validFrom']) <= day && day <= String(closure['validThrough']),
  );
  const hours = data['openingHours'];
  if (hours === undefined || hours === 'unknown') return 'unknown';
  if (isClosed) return 'closed';
  if (hours === '24/7') return 'open';
  const time = `${parts.get('hour')}:${parts.get('minute')}`;
  return parts.get('weekday') !== 'Sun' && time >= '09:00' && time < '18:00' ? 'open' : 'closed';
};
