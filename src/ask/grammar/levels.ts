// Pure. Levels of the organisation and other groups a question divides by.
import type { Group } from "../schema.ts";
import { says } from "../text/says.ts";
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
  if (!h.has("group.each")) return isAllOfLevel(h) ? levelSaid(h) : null;
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
            : h.has("at.kind") || says(h.text, "(per|på|efter|by) (typ|slag|sort|type|kind)")
              ? "kind"
              : h.has("cause.word")
                ? "cause"
                : h.has("noun.measure")
                  ? "measure"
                  : null)
  );
}

// "Gapet för alla förvaltningar"
function isAllOfLevel(h: Heard): boolean {
  const level = h.tags.find((tag) => tag.concept.startsWith("lvl.") && tag.concept !== "lvl.region");
  return (
    level !== undefined &&
    ["alla", "samtliga", "all"].includes(h.tokens[level.start - 1]?.word ?? "") &&
    h.tags.some((tag) => /^fig\.(?!effect|uncounted)/.test(tag.concept)) &&
    !h.has("noun.measure")
  );
}
