// The door of `collect`: ask each chef how it goes, take the answers.
export { type ChatReport, type ReportAction, saveChatReport } from "./chat.ts";
export { type CardState, type Composed, cardPreview, composeCard, offersNoNews, renderCard } from "./compose.ts";
export { decideCardFor, decideCards } from "./decide.ts";
export type {
  AskedSupport,
  CardRecord,
  CollectDeps,
  DeputyInput,
  NewCard,
  NewForecast,
  NewReport,
  RecordedReport,
} from "./deps.ts";
export type { Receipt } from "./receipt.ts";
export { isCollectVerb } from "./schema.ts";
export { monthAsked } from "./session.ts";
export { type Submission, submitCard } from "./submit.ts";
