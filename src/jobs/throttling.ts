// Pure. Whom a 429 concerns. Teams does not say; when most of the latest conversations were told to rest, it is the app.

const LATEST = 10;
const MOST = 6;

export interface Throttling {
  /** Notes how a send ended; true when it is the app that must rest. */
  isOfApp(throttled: boolean): boolean;
}

export function watchThrottling(): Throttling {
  const latest: boolean[] = [];
  return {
    isOfApp(throttled) {
      latest.push(throttled);
      if (latest.length > LATEST) latest.shift();
      return throttled && latest.filter(Boolean).length >= MOST;
    },
  };
}
