// Pressing buttons: the invoke or message it becomes, and what the client then shows.
import { randomUUID } from "node:crypto";
import { type Acting, act, threadOf } from "./acting.ts";
import type { At } from "./activities.ts";
import type { Delivery, Dialog, Pressed, PressOptions } from "./fake-teams-types.ts";
import type { Person, Shown } from "./ledger.ts";
import { type Inputs, type Press, pressOf } from "./pressing.ts";
import { isObject, type Json } from "./read-card.ts";
import { until } from "./until.ts";

export async function press(
  acting: Acting,
  shown: Shown,
  title: string | RegExp,
  inputs: Inputs = {},
  { as, older = false, activityId }: PressOptions = {},
): Promise<Pressed> {
  if (!shown.card) throw new Error("this message has no card to press");
  const person = presser(acting, shown, as);
  const rest = { ...restOf(pressOf(shown.card, title, inputs, older), "task/fetch"), replyToId: shown.id };
  const delivery = await act(acting, person, placeOf(acting, shown, person), rest, activityId);
  return pressed(acting, delivery, shown, person);
}

export async function submitDialog(
  acting: Acting,
  dialog: Dialog,
  title: string | RegExp,
  inputs: Inputs = {},
): Promise<Pressed> {
  const { as, from } = dialog;
  const rest = restOf(pressOf(dialog.card, title, inputs, false), "task/submit");
  const delivery = await act(acting, as, placeOf(acting, from, as), { ...rest, replyToId: from.id });
  return pressed(acting, delivery, from, as);
}

export async function answerFileOffer(acting: Acting, offer: Shown, accept = true): Promise<Uint8Array | null> {
  const person = presser(acting, offer, undefined);
  const path = `/files/${randomUUID()}`;
  const value = consentOf(offer, accept, `${acting.origin}${path}`);
  const rest = { type: "invoke", name: "fileConsent/invoke", value, replyToId: offer.id };
  await act(acting, person, { chat: person }, rest);
  return accept ? until(acting.ledger, () => acting.files.get(path), "the file that was accepted") : null;
}

function presser(acting: Acting, shown: Shown, as: Person | undefined): Person {
  const person = as ?? acting.ledger.person(shown.conversationId);
  if (!person) throw new Error("who presses? give { as: person } in a channel");
  return person;
}

function placeOf(acting: Acting, shown: Shown, person: Person): At {
  const channel = acting.ledger.channelOf(shown.conversationId);
  return channel ? { channel, thread: threadOf(shown) } : { chat: person };
}

/** In a dialog a plain submit is `task/submit`; on a card a dialog's button is `task/fetch`. */
function restOf(what: Press, task: "task/fetch" | "task/submit"): Json {
  switch (what.how) {
    case "execute": {
      const { type, id, verb } = what.action;
      const action = { type, id, verb, data: what.data };
      return { type: "invoke", name: "adaptiveCard/action", value: { action, trigger: "manual" } };
    }
    case "task":
      return { type: "invoke", name: task, value: { data: what.data, context: { theme: "default" } } };
    case "submit":
      if (task === "task/submit") return { type: "invoke", name: task, value: { data: what.data } };
      return { type: "message", value: what.data };
    case "say":
      return { type: "message", text: what.text, textFormat: "plain" };
  }
}

/** Shows what came back as Teams does: a card takes the place of the pressed one, in a personal chat for good. */
function pressed(acting: Acting, delivery: Delivery, shown: Shown, person: Person): Pressed {
  const body = isObject(delivery.body) ? delivery.body : {};
  const task = isObject(body.task) ? body.task : {};
  const value = isObject(task.value) ? task.value : {};
  const isCard = body.type === "application/vnd.microsoft.card.adaptive" && isObject(body.value);
  const message =
    body.type === "application/vnd.microsoft.activity.message"
      ? body.value
      : task.type === "message"
        ? task.value
        : null;
  return {
    ...delivery,
    card: isCard ? replaced(acting, shown, body.value as Json) : null,
    message: typeof message === "string" && message !== "" ? message : null,
    dialog:
      task.type === "continue"
        ? { title: String(value.title), card: dialogCard(value), as: person, from: shown }
        : null,
  };
}

function replaced(acting: Acting, shown: Shown, card: Json): Shown {
  const activity = {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
  };
  if (acting.ledger.channelOf(shown.conversationId)) return { ...shown, card, activity };
  return acting.ledger.update(shown.conversationId, shown.id, activity) ?? shown;
}

function dialogCard(value: Json): Json {
  const card = isObject(value.card) ? value.card : {};
  if (!isObject(card.content)) throw new Error("the dialog has no card");
  return card.content;
}

function consentOf(offer: Shown, accept: boolean, uploadUrl: string): Json {
  const [attachment] = Array.isArray(offer.activity.attachments) ? offer.activity.attachments : [];
  if (!isObject(attachment) || attachment.contentType !== "application/vnd.microsoft.teams.card.file.consent") {
    throw new Error("this message offers no file");
  }
  const content = isObject(attachment.content) ? attachment.content : {};
  const name = String(attachment.name);
  const uploadInfo = {
    uploadUrl,
    contentUrl: uploadUrl,
    name,
    uniqueId: "unique",
    fileType: name.split(".").at(-1) ?? "",
  };
  const context = accept ? content.acceptContext : content.declineContext;
  return { type: "fileUpload", action: accept ? "accept" : "decline", context, ...(accept ? { uploadInfo } : {}) };
}
