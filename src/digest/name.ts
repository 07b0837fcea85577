// Pure. The plan's own ids and titles as they are shown: clipped, and harmless as Markdown when the place reads it.
import { clip } from "./clip.ts";
import type { Speech } from "./speech.ts";

const NAME_LENGTH = 120;
const ID_LENGTH = 40;

/** A title, a name, a milestone or an uppdrag's text. */
export function nameShown(text: string, { inert }: Speech): string {
  return inert(clip(text, NAME_LENGTH));
}

export function idShown(id: string, { inert }: Speech): string {
  return inert(clip(id, ID_LENGTH));
}
