// Pure. Levels of the organisation and other groups a question divides by.
import type { Group } from "../schema.ts";
import type { Heard } from "./heard.ts";

export function levelSaid(h: Heard): "region" | "board" | "administration" | "area" | "unit" | null {
  if (h.has("lvl.administration")) return "administration";
  if (h.has("lvl.board")) return "board";
  if (h.has("lvl.area")) return "area";
  return h.has("lvl.unit") ? "unit" : null;
}

/** "Per förvaltning", "fördelat på läge", "månad för månad", "by theme". */
export function groupSaid(h: Heard): Group | null {
  if (h.has("group.month")) return "month";
  if (!h.has("group.each")) return null;
  return (
    levelSaid(h) ??
    (h.has("at.theme")
      ? "theme"
      : h.has("at.horizon")
        ? "horizon"
        : h.has("word.state")
          ? "state"
          : h.has("at.mechanism")
            ? "mechanism"
            : h.has("at.kind")
              ? "kind"
              : h.has("cause.word")
                ? "cause"
                : h.has("noun.measure")
                  ? "measure"
                  : null)
  );
}
