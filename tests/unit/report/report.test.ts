import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Plan } from "../../../src/plan/plan.ts";
import { type Viewer, viewerOf } from "../../../src/plan/rights.ts";
import { briefLines, makeReport, type ReportDocument, reportDocx, reportText } from "../../../src/report/report.ts";
import { aPlan } from "../../helpers/a-plan.ts";
import { samplePlan } from "../../helpers/sample-plan.ts";

const sample = samplePlan("2026-11-23T09:00:00+01:00");
const monthly = { kind: "månadsunderlag", org: null, month: null };

describe("underlag till månadsuppföljning of the sample plan", () => {
  const text = plain(reportText(made(sample, "controller", monthly)));

  it.each([
    "UTKAST · Underlag till månadsuppföljning",
    "Hela planen, t.o.m. oktober. Sammanställt måndag 23 november kl. 09.00.",
    "Realiserad effekt t.o.m. oktober: 145,0 mkr. Planerad effekt t.o.m. oktober: 176,8 mkr. Realiseringsgrad: 82 %.",
    "Beslutad helårseffekt · Belopp: 309,8 mkr · Period: per år · Källa: planen, version 1",
    "Beräknad potential · Belopp: 403,0 mkr · Period: per år · Källa: planen, version 1 · Utan belopp: 26",
    "Prognos · Belopp: 189,3 mkr · Period: 2026 · Källa: prognoser lämnade t.o.m. oktober",
    "26 av 31 enheter har rapporterat v. 47.",
    "Å-07 Minska köpt utomlänsvård · Läge: Kritisk (v. 45) · Orsak: väntar på beslut",
    "Å-13 Anpassa vårdplatser kirurgi och ortopedi (25 platser) · Läge: Pausad",
    "Ortopedkliniken · Bemanning mot i fjol: −2,8 %",
    "4 öppna ärenden, äldst 9 dagar.",
    "Ekonomi t.o.m. oktober.",
  ])("says: %s", (sentence) => {
    expect(text).toContain(sentence);
  });

  it("tells no person and no free text", () => {
    for (const { name } of sample.facts.persons) expect(text).not.toContain(name);
    for (const { comment, nextStep } of sample.book.lines) {
      for (const free of [comment, nextStep]) if (free) expect(text).not.toContain(free);
    }
  });

  it("of one förvaltning holds its own figures only", () => {
    const part = plain(reportText(made(sample, "forvaltningschef.sjh", { ...monthly, org: "SJH" })));
    expect(part).toContain("Realiserad effekt t.o.m. oktober: 81,6 mkr.");
    expect(part).not.toContain("Å-02");
    expect(part).not.toContain("Per förvaltning");
  });

  it("through another month takes that month's forecast and says which month", () => {
    const june = plain(reportText(made(sample, "controller", { ...monthly, month: "2026-06" })));
    expect(june).toContain("Realiserad effekt t.o.m. juni: 74,4 mkr. Planerad effekt t.o.m. juni: 89,0 mkr.");
  });

  it("speaks the viewer's language", () => {
    const english = plain(reportText(made(sample, "ledning.digital", monthly)));
    expect(english).toContain("DRAFT · Material for the monthly follow-up");
    expect(english).toContain("SEK 145.0 million");
  });
});

describe("rights", () => {
  it("an undecided measure is left out for a läsare, who is told that it is a part", () => {
    const text = briefLines(sample, viewer(sample, "lasare.facklig"))
      .flatMap((section) => section.lines)
      .join("\n");
    expect(text).not.toContain("Å-18");
    expect(text).toMatch(/gäller \d+ av 52 åtgärder/);
  });

  it("support requests that the viewer may not see are not counted either", () => {
    const headings = briefLines(sample, viewer(sample, "chef.bup")).map((section) => section.heading);
    expect(headings).not.toContain("Stöd till cheferna");
  });

  it("a chef takes out the own unit, not the whole plan", () => {
    const chef = viewer(sample, "chef.bup");
    expect(makeReport(sample, chef, { ...monthly, org: null })).toMatchObject({ ok: false });
    expect(makeReport(sample, chef, { ...monthly, org: "U14" as never })).toMatchObject({ ok: true });
  });
});

describe("asked for wrongly", () => {
  it.each([
    [{ ...monthly, kind: "årsbokslut" }, "nämndrapport, återrapport"],
    [{ ...monthly, kind: "nämndrapport" }, "inte skriva nämndrapport ännu"],
    [{ ...monthly, org: "X1" as never }, "”X1” finns inte"],
  ])("%j says %s", (order, says) => {
    const answer = makeReport(sample, viewer(sample, "planagare"), order);
    expect(answer.ok ? "" : answer.text).toContain(says);
  });

  it("the kind may be written anyhow", () => {
    expect(makeReport(sample, viewer(sample, "planagare"), { ...monthly, kind: " MÅNADSUNDERLAG " })).toMatchObject({
      ok: true,
    });
    const apart = "månadsunderlag".normalize("NFD");
    expect(makeReport(sample, viewer(sample, "planagare"), { ...monthly, kind: apart })).toMatchObject({
      ok: true,
      fileName: "månadsunderlag-2026-10-utkast.docx",
    });
  });
});

describe("the Word file", () => {
  it("opens as one, is marked UTKAST on every page, and holds what the report says", async () => {
    const parts = unzipSync(await reportDocx(made(sample, "controller", monthly)));
    const body = strFromU8(parts["word/document.xml"] as Uint8Array);
    const header = Object.keys(parts).find((name) => /^word\/header\d*\.xml$/.test(name)) as string;
    expect(strFromU8(parts[header] as Uint8Array)).toContain("UTKAST");
    expect(body).toContain("Underlag till månadsuppföljning");
    expect(body).toContain("w:tblHeader");
    expect(plain(body)).toContain("145,0 mkr");
  });

  it("bears text that XML can't hold, and an empty plan", async () => {
    const plan = aPlan()
      .person("a@example.org", "plan_owner", "REG")
      .unit("U1")
      .measure("M1", { owner: "U1", title: "a\u0000b\u0008<&>\ud800 c", state: "critical" })
      .at();
    const viewer = viewerOf(plan.facts, "a@example.org") as Viewer;
    const answer = makeReport(plan, viewer, monthly);
    const parts = unzipSync(await reportDocx((answer as { document: ReportDocument }).document));
    expect(strFromU8(parts["word/document.xml"] as Uint8Array)).toContain("M1 ab&lt;&amp;&gt; c");
    const empty = aPlan().person("a@example.org", "plan_owner", "REG").at();
    expect(reportText((makeReport(empty, viewer, monthly) as { document: ReportDocument }).document)).toContain(
      "underlag saknas",
    );
  });
});

function viewer(plan: Plan, person: string): Viewer {
  return viewerOf(plan.facts, `${person}@region-exempel.example`) as Viewer;
}

function made(
  plan: Plan,
  person: string,
  order: { kind: string; org: string | null; month: string | null },
): ReportDocument {
  const answer = makeReport(plan, viewer(plan, person), order as never);
  if (!answer.ok) throw new Error(answer.text);
  return answer.document;
}

/** No-break spaces read as spaces. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
