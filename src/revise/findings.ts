// The list that errors and warnings are gathered in, so that all of them can be told in one go.
import type { Fault, Place } from "./fault.ts";

/** More than this per sheet are counted, not listed (spec: data-format). */
const LISTED_PER_SHEET = 200;
const VALUE_SHOWN = 200;

export interface Finding {
  readonly place: Place;
  readonly fault: Fault;
}

export interface Findings {
  /** The fault is made only when it will be listed: the search for a nearest id is not cheap. */
  add(place: Place, fault: () => Fault): void;
  readonly listed: readonly Finding[];
  /** Per sheet, how many more there were than are listed; sheets with none are left out. */
  more(): Readonly<Record<string, number>>;
}

export function newFindings(): Findings {
  const listed: Finding[] = [];
  const counts = new Map<string, number>();
  return {
    listed,
    add(place, fault) {
      const count = (counts.get(place.sheet) ?? 0) + 1;
      counts.set(place.sheet, count);
      if (count <= LISTED_PER_SHEET) listed.push({ place: { ...place, value: shown(place.value) }, fault: fault() });
    },
    more() {
      const over = [...counts].filter(([, count]) => count > LISTED_PER_SHEET);
      return Object.fromEntries(over.map(([sheet, count]) => [sheet, count - LISTED_PER_SHEET]));
    },
  };
}

function shown(value: string | null): string | null {
  return value !== null && value.length > VALUE_SHOWN ? `${value.slice(0, VALUE_SHOWN)}…` : value;
}
