// The dialogs behind the digest's buttons, in the order of the buttons.
export const DIALOGS = ["measures", "administrations", "brief", "ask"] as const;
export type Dialog = (typeof DIALOGS)[number];
