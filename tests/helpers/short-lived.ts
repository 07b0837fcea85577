/** Arguments for a Node that lives for seconds: compiling its code better costs more than it gives back. */
export const SHORT_LIVED = ["--no-opt", "--liftoff-only"] as const;
