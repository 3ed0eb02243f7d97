/** Fields of a question by name, as they stand in an address. */
export type QuestionFields = Readonly<Record<string, string>>;

/** The address of a question that differs in some fields; `undefined` takes one out. A changed question begins at its first page. */
export const questionLink = (
  fields: QuestionFields,
  changes: Readonly<Record<string, string | undefined>> = {},
): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...fields, ...changes }))
    if (value !== undefined && value !== '' && name !== 'cursor') query.set(name, value);
  return query.size === 0 ? '/search' : `/search?${query.toString()}`;
};
