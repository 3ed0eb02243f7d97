/** A barcode as it is printed on the box: without the zeros that make every GTIN 14 digits long (GS1 General Specifications, 3.3.2). */
export const printedBarcode = (gtin: string): string =>
  /^0{6}(\d{8})$/.exec(gtin)?.[1] ?? /^00(\d{12})$/.exec(gtin)?.[1] ?? /^0(\d{13})$/.exec(gtin)?.[1] ?? gtin;
