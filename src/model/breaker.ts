// Pure but for its own count. After three failures in a row the model is left alone for a minute; then one try is let
// through, and the others wait for what comes of it.
const FAILURES = 3;
const REST_MS = 60_000;

export interface Breaker {
  /** Whether the model may be tried now. */
  mayTry(): boolean;
  failed(): void;
  succeeded(): void;
}

export function createBreaker(now: () => number): Breaker {
  let failures = 0;
  let restsUntil = Number.NEGATIVE_INFINITY;
  return {
    mayTry() {
      if (now() < restsUntil) return false;
      if (failures >= FAILURES) restsUntil = now() + REST_MS;
      return true;
    },
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
