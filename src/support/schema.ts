// What the buttons of a support card carry.
import { z } from "zod";

/** The id is a look-up, never a right. */
export const SupportPress = z.object({
  verb: z.enum(["support_contact", "support_close"]),
  request: z.string().min(1).max(200),
});
export type SupportPress = z.infer<typeof SupportPress>;
