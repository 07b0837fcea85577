// The demo as a process, with persons who are really there: matched by their address, sent to, and still known when it
// begins again.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ADemo, aDemo } from "../helpers/a-demo.ts";
import { type Channel, type FakeTeams, type Person, type Shown, startFakeTeams } from "../helpers/fake-teams.ts";

const folder = mkdtempSync(join(tmpdir(), "demo-"));
let fake: FakeTeams;
let demo: ADemo;
let ortopeden: Person;
let bup: Person;
let channel: Channel;

async function begin(): Promise<void> {
  demo = await aDemo(folder);
  fake.connect(demo.url);
}

const cards = (person: Person): Shown[] => fake.shows(person).filter(({ text }) => /^Veckorapport v. 47 · /.test(text));

beforeAll(async () => {
  fake = await startFakeTeams();
  // The UPN is the address in the plan; the mail is another.
  ortopeden = fake.person("chef.ortopeden@region-exempel.example", { mail: "peter@elsewhere.example" });
  bup = fake.person("helena@elsewhere.example", { upn: "CHEF.BUP@region-exempel.example" });
  channel = fake.channel("Ledningsgruppen", [ortopeden, bup]);
  await begin();
});

afterAll(async () => {
  await demo.end("SIGKILL");
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
});

it("greets those who install it by the name the plan has for them", async () => {
  await fake.install(ortopeden);
  await fake.install(bup);
  await fake.installIn(channel, ortopeden);
  expect((await fake.sees(ortopeden, /Hej Peter!/)).text).toContain("Det här är en demo");
  await fake.sees(bup, /Hej Helena!/);
});

it("sends the cards to those who are there, and records the others", async () => {
  await fake.say(ortopeden, "demo: tid onsdag 07.35");
  await fake.sees(ortopeden, /Klockan är nu onsdag 18 november kl. 07.35/);
  expect([cards(ortopeden).length, cards(bup).length]).toEqual([1, 1]);
  expect(fake.ledger.people.get("chef.hr@region-exempel.example")).toBeUndefined();
  const { card } = await fake.press(cards(ortopeden)[0] as Shown, "Inget nytt – samma läge");
  expect(card?.text).toContain("Tack! Veckorapport v. 47 för Ortopedkliniken är mottagen");
  await fake.say(bup, "demo: jag är chef.hr");
  expect((await fake.sees(bup, /HR och chefsstöd\n/)).text).toContain("Hur går det?");
});

it("keeps clock and data when it is killed and begun again, and sends nothing twice", async () => {
  await fake.say(bup, "demo: jag är chef.bup");
  await fake.sees(bup, /Du är nu \*\*Helena/);
  await demo.end("SIGKILL");
  await begin();
  // Begun again, its chat may be empty: whoever opens it is told anew, once.
  await Promise.all([fake.install(ortopeden), fake.install(ortopeden)]);
  await fake.say(ortopeden, "demo: tid");
  await fake.sees(ortopeden, /Demoklockan visar onsdag 18 november kl. 07.3\d/);
  await fake.say(ortopeden, "demo: tid fredag 13.05");
  await fake.sees(ortopeden, /Klockan är nu fredag 20 november kl. 13.05/);
  expect(cards(ortopeden)).toHaveLength(1);
  expect(fake.shows(ortopeden).filter(({ text }) => text.includes("Det här är en demo"))).toHaveLength(2);
  expect(fake.shows(ortopeden).filter(({ text }) => text.includes("inskickad"))).toEqual([]);
  expect(fake.shows(bup).filter(({ text }) => text.includes("är inte inskickad"))).toHaveLength(1);
  await fake.sees(bup, /^Veckorapport v. 47\nHej! Vi sammanställer/);
});

it("goes on where it had come when it is killed on its way, and posts the digest once", async () => {
  fake.say(ortopeden, "demo: tid måndag 07.35").catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 400));
  await demo.end("SIGKILL");
  await begin();
  await fake.say(ortopeden, "demo: tid måndag 07.36");
  await fake.sees(ortopeden, /Klockan är nu måndag 23 november kl. 07.3[5-9]/, { timeoutMs: 20_000 });
  const digest = await fake.sees(channel, /^Omställningsplanen v. 47/, { timeoutMs: 20_000 });
  expect(digest.text).toContain("26 av 31 enheter har rapporterat (84 %)");
  expect(fake.shows(channel).filter(({ text }) => /^Omställningsplanen v. 47/.test(text))).toHaveLength(1);
});

it("ends when it is asked to", async () => {
  expect(await demo.end("SIGTERM")).toBe(0);
  expect(demo.told()).not.toMatch(/"level":(40|50)/);
});
