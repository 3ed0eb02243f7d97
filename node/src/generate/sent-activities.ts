import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vocabulary from '@fedify/vocab';

const source = join(import.meta.dirname, '../federation');

const isActivity = (name: string): boolean => {
  const value: unknown = Object.getOwnPropertyDescriptor(vocabulary, name)?.value ?? Reflect.get(vocabulary, name);
  return typeof value === 'function' && value.prototype instanceof vocabulary.Activity;
};

/** Classes that a file takes from the vocabulary to make objects of; types alone make none. */
const classesIn = (text: string): readonly string[] => {
  const [, names = ''] = /^import \{([^}]*)\} from '@fedify\/vocab';/m.exec(text) ?? [];
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
};

/** Types of activities that the code makes. What only listens, in the inbox, makes none. */
export const sentActivities = (): readonly string[] => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      path.endsWith('.ts') && !/\.test(?:-helper)?\.ts$|\.fixture\.ts$/.test(path) && !path.startsWith('inbox/'),
  );
  const names = files.flatMap((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    return text.includes('sendActivity') || /new [A-Za-z]+\(\{/.test(text) ? classesIn(text) : [];
  });
  return [...new Set(names)].filter(isActivity).toSorted();
};
