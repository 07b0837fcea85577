// Pure but for its own count. After three failures in a row the model is left alone for a minute; then one try is let
// through.
const FAILURES = 3;
const REST_MS = 60_000;

export interface Breaker {
  isOpen(): boolean;
  failed(): void;
  succeeded(): void;
}

export function createBreaker(now: () => number): Breaker {
  let failures = 0;
  let restsUntil = Number.NEGATIVE_INFINITY;
  return {
    isOpen: () => now() < restsUntil,
    failed() {
      failures++;
      if (failures >= FAILURES) restsUntil = now() + REST_MS;
    },
    succeeded() {
      failures = 0;
      restsUntil = Number.NEGATIVE_INFINITY;
    },
  };
}
