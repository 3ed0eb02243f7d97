import type { createFederation } from '@fedify/fedify';

/** What a part of the node asked Fedify to do: the call, and the paths and classes that it named. */
export interface Registration {
  readonly call: string;
  readonly names: readonly string[];
}

/** A path, or the name of a class of the vocabulary. */
const nameOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'function' && 'typeId' in value ? [value.name] : [];
};

/** Makes a Fedify that works as always, and writes down what is registered with it. */
export const createRecorder = (
  make: typeof createFederation,
): { readonly make: typeof createFederation; readonly registrations: readonly Registration[] } => {
  const registrations: Registration[] = [];

  const recorded = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, property) {
        const value: unknown = Reflect.get(from, property, from);
        if (typeof value !== 'function') return value;
        const call = String(property);
        return (...given: unknown[]): unknown => {
          const result: unknown = Reflect.apply(value, from, given);
          if (!/^(?:set[A-Z]|on$)/.test(call)) return result;
          registrations.push({ call, names: given.flatMap(nameOf) });
          return typeof result === 'object' && result !== null ? recorded(result) : result;
        };
      },
    });
  return { make: (options) => recorded(make(options)), registrations };
};
