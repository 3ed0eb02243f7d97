import { type JudgedQuery, productsWith } from '../judged-query.ts';

const pump = productsWith({ gtins: ['09520005000146'] });
const paint = productsWith({ gtins: ['09520901000134'] });
const soldOut = productsWith({ gtins: ['09520902000782'], evenIfOut: true });

/** Barcodes: from a package, from a scanner, with what people put between the digits. */
export const barcodes: readonly JudgedQuery[] = [
  { q: '9520005000146', must: [pump], first: [pump] },
  { q: '09520005000146', must: [pump], first: [pump] },
  { q: ' 9520005000146 ', must: [pump], first: [pump] },
  { q: '9 520005 000146', must: [pump], first: [pump] },
  { with: { gtin: '9520005000146' }, must: [pump], first: [pump] },
  { with: { gtin: '09520005000146' }, nowhere: true, must: [pump], first: [pump] },
  // Nobody says what it is; the shop that has it is still an answer.
  { q: '9520901000134', must: [paint], first: [paint] },
  { q: '9520902000782', with: { availability: 'any' }, must: [soldOut], first: [soldOut] },
  { with: { gtin: '9520005000146', availability: 'in-stock' }, must: [pump], offers: { inStock: true } },
  // The right length and check digit, and nobody's.
  { q: '9529999999993', must: [] },
  // A wrong check digit.
  { q: '9520005000147', must: [] },
  { q: '5000146', must: [] },
];
