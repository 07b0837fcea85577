/** A nominal type on top of a plain one: an id of one kind can't be handed in where another is asked for. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
