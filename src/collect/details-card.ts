// Pure. Step 2: only the lines that are not green or done, five at a time.
import template from "../../cards/collect-details.json" with { type: "json" };
import { fillCard } from "../lib/card.ts";
import { CAUSES, type Lang, RISKS, SUPPORT_TYPES } from "../plan/plan.ts";
import { CAUSE_WORDS, RISK_WORDS, type Word } from "../plan/words.ts";
import { detailLines } from "./answers.ts";
import {
  type Button,
  button,
  faultBox,
  fieldValue,
  headNotes,
  plainTitle,
  type View,
  viewTitle,
} from "./card-parts.ts";
import { type DraftLine, LINES_PER_PAGE } from "./draft.ts";
import { type Fault, faultText } from "./faults.ts";
import { lineTitle, plainText, stateText } from "./line-words.ts";
import { inputId, NO_SUPPORT } from "./schema.ts";

export function detailsCard(view: View, faults: readonly Fault[]): object {
  const { board, words, lang } = view;
  const lines = detailLines(board.draft);
  const first = board.draft.first;
  const last = Math.min(first + LINES_PER_PAGE, lines.length);
  return fillCard(template, {
    lang,
    title: viewTitle(view),
    fallback: plainTitle(view),
    notes: headNotes(view),
    ...faultBox(
      faults.map((fault) => faultText(fault, board, words, lang)),
      words,
    ),
    intro: words.stepTwo(lines.length),
    page: lines.length > LINES_PER_PAGE ? words.pageOf(first + 1, last, lines.length) : "",
    lines: lines.slice(first, last).map((line) => lineData(line, view)),
    actions: detailButtons(view, last < lines.length),
  });
}

function detailButtons(view: View, hasMore: boolean): Button[] {
  const { words } = view;
  return [
    button(view, "collect_send", hasMore ? words.next : words.send, { style: "positive", inputs: "auto", step: 2 }),
    button(view, "collect_back", words.back, { step: 2 }),
    button(view, "collect_question", words.ask, { step: 2 }),
  ];
}

function lineData(draft: DraftLine, view: View): object {
  const { board, words, lang } = view;
  const { short } = words.faults;
  const line = board.lines.find((each) => each.measure.id === draft.measure);
  const id = (field: string) => inputId(field, draft.measure);
  const critical = draft.state === "critical";
  const dated = critical || draft.state === "paused";
  return {
    title: line ? lineTitle(line) : plainText(draft.measure, 60),
    state: draft.state === null ? "" : stateText(draft.state, words),
    cause: {
      hint: words.causeHint,
      id: id("cause"),
      label: words.cause,
      error: short.cause,
      placeholder: words.choose,
      value: known(CAUSES, draft.cause),
      choices: choicesOf(CAUSES, CAUSE_WORDS, lang),
    },
    nextStep: {
      hint: words.nextStepHint(critical),
      id: id("nextStep"),
      label: words.nextStep,
      required: critical,
      regex: critical ? "^[\\s\\S]{10,200}$" : "^[\\s\\S]{0,200}$",
      error: short.nextStep,
      value: fieldValue(draft.nextStep),
    },
    doneBy: {
      hint: words.doneByHint(dated),
      id: id("doneBy"),
      label: words.doneBy,
      min: board.today,
      required: dated,
      error: short.doneBy,
      value: fieldValue(draft.doneBy),
    },
    support: {
      hint: words.supportHint,
      id: id("support"),
      label: words.support,
      value: known(SUPPORT_TYPES, draft.support) || NO_SUPPORT,
      choices: [
        { title: words.noSupport, value: NO_SUPPORT },
        ...SUPPORT_TYPES.map((value) => ({ title: words.supportName[value], value })),
      ],
    },
    risks: {
      hint: words.riskHint,
      id: id("risks"),
      label: words.risk,
      value: draft.risks
        .split(",")
        .filter((risk) => RISKS.some((each) => each === risk))
        .join(","),
      choices: choicesOf(RISKS, RISK_WORDS, lang),
    },
    comment: { hint: words.commentHint, id: id("comment"), label: words.comment, value: fieldValue(draft.comment) },
  };
}

/** The value when it is one of the choices, else none: a select can't show what it does not have. */
function known(codes: readonly string[], value: string): string {
  return codes.includes(value) ? value : "";
}

function choicesOf<Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, Word>>, lang: Lang) {
  return codes.map((value) => ({ title: capital(names[value][lang]), value }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
