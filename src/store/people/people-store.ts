import type { Instant, IsoDate } from "../../lib/time.ts";
import type { Email } from "../../plan/plan.ts";
import { appendLog } from "../log/append.ts";
import type { Database, Queries } from "../sql/database.ts";
import { gathered } from "../sql/gathered.ts";
import { json, sql } from "../sql/sql.ts";
import type { BoundChannel, MetPerson, Pause, PeopleStore, PersonKey, SeenPerson, Sighting } from "./people.ts";

const COLUMNS = sql`tenant, aad_object_id, teams_id, email, conversation, service_url, installed, in_roster, last_heard,
  unreachable`;

export function peopleStore(db: Database): PeopleStore {
  return {
    saw: gathered((sightings: readonly Sighting[]) => sawAll(db, sightings)),
    find: gathered((keys: readonly PersonKey[]) => findAll(db, keys)),
    findByEmail: async (email) => (await findByEmails(db, [email])).get(email) ?? null,
    findByEmails: (emails) => findByEmails(db, emails),
    async rememberChat(email, conversation) {
      await db.run(sql`
        UPDATE person
        SET conversation = ${conversation},
          service_url = coalesce(service_url, (SELECT service_url FROM channel WHERE name = 'management'))
        WHERE email = ${email} AND conversation IS NULL`);
    },
    list: () => db.rows<SeenPerson>(sql`SELECT ${COLUMNS} FROM person ORDER BY email NULLS LAST, aad_object_id`),
    async markUnreachable({ tenant, aadObjectId }, code) {
      await db.run(
        sql`UPDATE person SET unreachable = ${code} WHERE tenant = ${tenant} AND aad_object_id = ${aadObjectId}`,
      );
    },
    saveRoster: (members) => db.transaction((tx) => saveRoster(tx, members)),
    bindChannel: (channel) => db.transaction((tx) => bindChannel(tx, channel)),
    boundChannel: (name) => findChannel(db, name),
    pause: (email, until, by, at) => db.transaction((tx) => pause(tx, email, until, by, at)),
    pauses: (today) => db.rows<Pause>(sql`SELECT email, until FROM pause WHERE until >= ${today} ORDER BY email`),
  };
}

async function findAll(db: Queries, keys: readonly PersonKey[]): Promise<readonly (MetPerson | null)[]> {
  const met = await db.rows<MetPerson>(sql`
    SELECT ${COLUMNS}, EXISTS (
      SELECT FROM outbox WHERE outbox.person = person.email AND outbox.state = 'ambiguous'
    ) AS unsure
    FROM person
    WHERE (tenant, aad_object_id) IN (
      SELECT * FROM unnest(${keys.map((key) => key.tenant)}::text[], ${keys.map((key) => key.aadObjectId)}::text[])
    )`);
  const byId = new Map(met.map((person) => [idOf(person), person]));
  return keys.map((key) => byId.get(idOf(key)) ?? null);
}

async function findByEmails(db: Queries, emails: readonly Email[]): Promise<ReadonlyMap<Email, SeenPerson>> {
  const found = await db.rows<SeenPerson & { readonly email: Email }>(sql`
    SELECT DISTINCT ON (email) ${COLUMNS} FROM person WHERE email = ANY(${emails}::text[])
    ORDER BY email, installed DESC, last_heard DESC NULLS LAST, aad_object_id`);
  return new Map(found.map((person) => [person.email, person]));
}

/** One statement for all who are seen at once; whoever is there twice is noted twice, in order. */
async function sawAll(db: Queries, sightings: readonly Sighting[]): Promise<readonly SeenPerson[]> {
  const known = new Map<string, SeenPerson>();
  for (let rest = sightings; rest.length > 0; ) {
    const first = new Map<string, Sighting>();
    const later: Sighting[] = [];
    for (const one of rest) {
      if (first.has(idOf(one))) later.push(one);
      else first.set(idOf(one), one);
    }
    for (const person of await sawOnce(db, [...first.values()])) known.set(idOf(person), person);
    rest = later;
  }
  return sightings.map((one) => found(known.get(idOf(one))));
}

/** What was not seen this time stays; having heard from somebody makes that person reachable again. */
function sawOnce(db: Queries, sightings: readonly Sighting[]): Promise<SeenPerson[]> {
  return db.rows<SeenPerson>(sql`
    WITH seen AS (
      SELECT * FROM jsonb_to_recordset(${json(sightings)}::jsonb)
        AS listed (tenant text, "aadObjectId" text, "teamsId" text, email text, conversation text, "serviceUrl" text,
          installed boolean, heard bigint)
    )
    INSERT INTO person AS known (tenant, aad_object_id, teams_id, email, conversation, service_url, installed, last_heard)
    SELECT tenant, "aadObjectId", "teamsId", email, conversation, "serviceUrl", coalesce(installed, false), heard FROM seen
    ON CONFLICT (tenant, aad_object_id) DO UPDATE SET
      teams_id = coalesce(excluded.teams_id, known.teams_id),
      email = coalesce(excluded.email, known.email),
      conversation = coalesce(excluded.conversation, known.conversation),
      service_url = coalesce(excluded.service_url, known.service_url),
      installed = coalesce(
        (SELECT seen.installed FROM seen WHERE seen.tenant = known.tenant AND seen."aadObjectId" = known.aad_object_id),
        known.installed),
      last_heard = greatest(excluded.last_heard, known.last_heard),
      unreachable = CASE WHEN excluded.last_heard IS NULL THEN known.unreachable END
    RETURNING ${COLUMNS}`);
}

function found(person: SeenPerson | undefined): SeenPerson {
  if (!person) throw new Error("store: the person was not saved");
  return person;
}

function idOf({ tenant, aadObjectId }: PersonKey): string {
  return `${tenant} ${aadObjectId}`;
}

async function saveRoster(tx: Queries, members: Parameters<PeopleStore["saveRoster"]>[0]): Promise<void> {
  await tx.run(sql`UPDATE person SET in_roster = false WHERE in_roster`);
  await tx.run(sql`
    INSERT INTO person AS known (tenant, aad_object_id, teams_id, email, in_roster)
    SELECT DISTINCT ON (tenant, "aadObjectId") tenant, "aadObjectId", "teamsId", email, true
    FROM jsonb_to_recordset(${json(members)}::jsonb)
      AS listed (tenant text, "aadObjectId" text, "teamsId" text, email text)
    ON CONFLICT (tenant, aad_object_id) DO UPDATE SET
      in_roster = true,
      teams_id = excluded.teams_id,
      email = coalesce(excluded.email, known.email)`);
}

async function bindChannel(tx: Queries, channel: BoundChannel): Promise<void> {
  const before = await findChannel(tx, channel.name);
  await tx.run(sql`
    INSERT INTO channel (name, tenant, team, channel, service_url, by, at)
    VALUES (${channel.name}, ${channel.tenant}, ${channel.team}, ${channel.channel}, ${channel.serviceUrl},
      ${channel.by}, ${channel.at})
    ON CONFLICT (name) DO UPDATE SET
      tenant = excluded.tenant, team = excluded.team, channel = excluded.channel, service_url = excluded.service_url,
      by = excluded.by, at = excluded.at`);
  const { at, by, name } = channel;
  const from = before && { team: before.team, channel: before.channel };
  const to = { team: channel.team, channel: channel.channel };
  await appendLog(tx, { at, who: by, what: "channel.bind", subject: name, from, to });
}

function findChannel(db: Queries, name: BoundChannel["name"]): Promise<BoundChannel | null> {
  return db.row<BoundChannel>(
    sql`SELECT name, tenant, team, channel, service_url, by, at FROM channel WHERE name = ${name}`,
  );
}

async function pause(tx: Queries, email: Email, until: IsoDate | null, by: string, at: Instant): Promise<void> {
  const before = await tx.row<{ until: IsoDate }>(sql`SELECT until FROM pause WHERE email = ${email} FOR UPDATE`);
  if (until === null) await tx.run(sql`DELETE FROM pause WHERE email = ${email}`);
  else {
    await tx.run(sql`
      INSERT INTO pause (email, until) VALUES (${email}, ${until})
      ON CONFLICT (email) DO UPDATE SET until = excluded.until`);
  }
  await appendLog(tx, { at, who: by, what: "reminders.pause", subject: email, from: before?.until ?? null, to: until });
}
