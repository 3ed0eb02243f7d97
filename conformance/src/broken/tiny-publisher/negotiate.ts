/** How much a request likes a media type: the most specific range counts (RFC 9110, section 12.5.1). */
const qualityOf = (ranges: readonly (readonly [range: string, quality: number])[], type: string): number => {
  for (const wanted of [type, `${type.split('/', 1)[0]}/*`, '*/*']) {
    const found = ranges.find(([range]) => range === wanted);
    if (found !== undefined) return found[1];
  }
  return 0;
};

/** Chooses a form by Accept: the first of those that are liked best; undefined when none is. */
export const negotiate = <const T extends readonly string[]>(headers: Headers, forms: T): T[number] | undefined => {
  const ranges = (headers.get('accept') ?? '*/*').split(',').map((part): readonly [string, number] => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return [range, quality === undefined ? 1 : Number(quality.slice(2))];
  });
  const best = Math.max(...forms.map((form) => qualityOf(ranges, form)));
  return best > 0 ? forms.find((form) => qualityOf(ranges, form) === best) : undefined;
};
