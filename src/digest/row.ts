// Types only: one entry of a dialog's list. Its text is already harmless as Markdown.
export interface Row {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Composed only when its page is shown: a plan may have thousands. */
export type LazyRow = () => Row;
