import { DataFactory, Parser, Store } from 'n3';
import { Validator } from 'shacl-engine';
import { generateShapes } from '../generate/shapes.ts';

const factory = { ...DataFactory, dataset: (quads?: Iterable<unknown>) => new Store(quads) };
/** shacl-engine 1.1 takes no character above U+FFFF for an xsd:string, though XML Schema does. */
const withoutAstral = (nQuads: string): string => nQuads.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

const validator = new Validator(new Store(new Parser().parse(generateShapes())), { factory });

/** What the shapes find wrong in N-Quads of the default graph: property (or `-`) and constraint. */
export const shapeViolations = async (nQuads: string): Promise<readonly string[]> => {
  const { results } = await validator.validate({
    dataset: new Store(new Parser({ format: 'N-Quads' }).parse(withoutAstral(nQuads))),
  });
  return results.map(
    ({ path, constraintComponent }) =>
      `${path?.[0]?.predicates[0]?.value ?? '-'} ${constraintComponent.value.replace(/^.*#/, '')}`,
  );
};
