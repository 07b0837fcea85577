/** Remembers what `build` made of an object for as long as the object lives. For indexes over immutable values. */
export function memoised<K extends object, V>(build: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = build(key);
    made.set(key, { value });
    return value;
  };
}

/** Rows by a key, each list in the order the rows came. */
export function grouped<K, V>(rows: Iterable<V>, keyOf: (row: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The same, each list by a text that sorts as time does, earliest first. */
export function groupedInOrder<K, V>(rows: Iterable<V>, keyOf: (row: V) => K, timeOf: (row: V) => string): Map<K, V[]> {
  const groups = grouped(rows, keyOf);
  for (const group of groups.values())
    group.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));
  return groups;
}

/** Remembers what `make` makes, from the first time it is asked for. */
export function once<V>(make: () => V): () => V {
  let made: { readonly value: V } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
