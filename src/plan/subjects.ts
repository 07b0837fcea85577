// Pure. What a reminder or escalation is about. One message per person, whatever the number of units: a chef with two
// units is still reminded at most twice a week. `unit` is set when there is just one.
import { z } from "zod";
import type { Message } from "./message.ts";
import type { OrgId } from "./plan.ts";

const SUBJECT_ROLES = ["manager", "owner", "above", "list"] as const;
/** manager: the one who answers for the unit · owner: planägare · above: närmaste chef · list: förvaltningschef */
export type SubjectRole = (typeof SUBJECT_ROLES)[number];

export interface Subject {
  readonly unit: OrgId;
  readonly role: SubjectRole;
}

const Subjects = z.array(z.tuple([z.string().transform((id) => id as OrgId), z.enum(SUBJECT_ROLES)]));

/** The part of a message that says what it is about. */
export function aboutSubjects(subjects: readonly Subject[]): Pick<Message, "unit" | "about"> {
  const units = new Set(subjects.map((subject) => subject.unit));
  const [first] = units;
  return {
    unit: units.size === 1 && first !== undefined ? first : null,
    about: { subjects: JSON.stringify(subjects.map(({ unit, role }) => [unit, role])) },
  };
}

/** What a stored message is about; empty when it is about no unit (a digest). */
export function subjectsOf(message: Pick<Message, "unit" | "about">): readonly Subject[] {
  const text = message.about.subjects;
  if (typeof text !== "string") return message.unit === null ? [] : [{ unit: message.unit, role: "manager" }];
  return Subjects.parse(JSON.parse(text)).map(([unit, role]) => ({ unit, role }));
}
