/**
 * Puts flaws into a list of records: each changes the record at its position.
 * @param flaws position → function from a record to what a careless export makes of it
 */
export const withFlaws = (records, flaws) =>
  records.map((record, index) => (Object.hasOwn(flaws, index) ? { ...record, ...flaws[index](record) } : record));
