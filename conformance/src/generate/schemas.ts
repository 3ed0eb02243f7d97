import { z } from 'zod';
import { certificateSchema } from '../certificate/certificate.ts';
import { conformanceResultSchema } from '../result/result.ts';

const schemaText = (schema: z.ZodType, address: string, title: string): string => {
  // As input: a reader of version 1 takes members that it does not know.
  const { $schema, ...json } = z.toJSONSchema(schema, { io: 'input' });
  return `${JSON.stringify({ $schema, $id: address, title, ...json }, undefined, 2)}\n`;
};

/** JSON Schema 2020-12 of the JSON report. */
export const generateResultSchema = (): string =>
  schemaText(
    conformanceResultSchema,
    'https://w3id.org/openstraat/schema/conformance-result-v1.json',
    'What a run of the conformance suite came to',
  );

/** JSON Schema 2020-12 of a certificate. */
export const generateCertificateSchema = (): string =>
  schemaText(
    certificateSchema,
    'https://w3id.org/openstraat/schema/conformance-certificate-v1.json',
    'A signed statement of what a run of the conformance suite came to',
  );
