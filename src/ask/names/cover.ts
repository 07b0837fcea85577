// What the words of a question are besides names.
export interface Cover {
  /** A function word, or part of a time or number: never a name by itself. */
  isEmpty(at: number): boolean;
  /** Has a general meaning. */
  isGeneral(at: number): boolean;
  /** Names a kind of effect ("avgift", "lokal"), and no figure. */
  isKind(at: number): boolean;
  /** Asks or tells of a figure, a state or a change: "planerad" is no name, though a measure is called "Planerad vård". */
  isAsked(at: number): boolean;
}
