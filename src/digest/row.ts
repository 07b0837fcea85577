// Types only: one entry of a dialog's list. Its text is already harmless as Markdown.
export interface Row {
  readonly title: string;
  readonly lines: readonly string[];
}
