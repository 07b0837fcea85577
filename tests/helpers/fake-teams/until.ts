// Waiting without sleeping: looks again whenever something changes.
import type { Ledger } from "./ledger.ts";

/** Looking now and then as well: what is waited for need not be in the ledger. */
const LOOK_EVERY_MS = 20;

/** Resolves with the first thing that `look` gives. Rejects after `timeoutMs`, with the last messages told. */
export function until<T>(
  ledger: Ledger,
  look: () => T | null | undefined | false,
  what: string,
  timeoutMs = 20_000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      ledger.onChange.delete(check);
      clearInterval(looking);
      clearTimeout(timer);
    };
    const check = (): void => {
      try {
        const found = look();
        if (found === null || found === undefined || found === false) return;
        stop();
        resolve(found);
      } catch (error) {
        stop();
        reject(error);
      }
    };
    const looking = setInterval(check, LOOK_EVERY_MS);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited ${timeoutMs} ms for ${what}; last said:\n${lastSaid(ledger)}`));
    }, timeoutMs);
    ledger.onChange.add(check);
    check();
  });
}

function lastSaid(ledger: Ledger): string {
  const last = ledger.messages.slice(-5);
  return last.map(({ by, text }) => `  ${by === "bot" ? "bot" : by.email}: ${text.slice(0, 200)}`).join("\n");
}
