// Env -> Config. Every fault is told at once, by the setting's name and never by its value.
import { z } from "zod";
import type { StorePlace } from "./store/store.ts";

export type Mode = "start" | "demo" | "cli";

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** The hosts Microsoft documents for the Teams connector service. */
export const DOCUMENTED_SERVICE_HOSTS = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"] as const;

export interface Config {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly metricsPort: number | null;
  readonly bot: BotConfig | null;
  readonly model: { readonly url: string; readonly name: string } | null;
  /** Kept apart so that nothing else can be logged by mistake. */
  readonly secrets: {
    readonly databaseUrl: string | null;
    readonly botPassword: string | null;
    readonly modelKey: string | null;
  };
}

export interface BotConfig {
  readonly id: string;
  readonly type: "SingleTenant" | "UserAssignedMSI";
  readonly tenantId: string;
  readonly allowedTenants: readonly string[];
  readonly allowedServiceHosts: readonly string[];
  readonly openIdMetadata: string | null;
  readonly tokenIssuer: string | null;
  readonly loginUrl: string | null;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] };

const port = z.coerce.number().int().min(0).max(65535);
const list = z.string().transform((text) => text.split(/[\s,;]+/).filter((item) => item !== ""));
const guid = z.string().regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i);

const Environment = z.object({
  PORT: port.default(3978),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default("./.data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  BOT_ID: guid.optional(),
  BOT_TYPE: z.enum(["SingleTenant", "UserAssignedMSI"]).default("SingleTenant"),
  BOT_PASSWORD: z.string().optional(),
  BOT_TENANT_ID: guid.optional(),
  ALLOWED_TENANTS: list.pipe(z.array(guid)).optional(),
  ALLOWED_SERVICE_HOSTS: list.pipe(z.array(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/i))).optional(),
  BOT_OPENID_METADATA: z.url().optional(),
  BOT_TOKEN_ISSUER: z.url().optional(),
  BOT_LOGIN_URL: z.url().optional(),
  MODEL_URL: z.url().optional(),
  MODEL_KEY: z.string().optional(),
  MODEL_NAME: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
  METRICS_PORT: port.optional(),
});
type Environment = z.infer<typeof Environment>;

/** The names of every setting, for `.env.example` and its test. */
export const SETTING_NAMES = Object.keys(Environment.shape);

const EXPECTED: Record<string, string> = {
  PORT: "ett heltal 0–65535",
  DATABASE_URL: "en adress som börjar med postgres://",
  BOT_ID: "appens id (GUID)",
  BOT_TYPE: "SingleTenant eller UserAssignedMSI",
  BOT_TENANT_ID: "organisationens tenant-id (GUID)",
  ALLOWED_TENANTS: "tenant-id (GUID), åtskilda med komma",
  ALLOWED_SERVICE_HOSTS: "värdnamn utan https://, åtskilda med komma",
  BOT_OPENID_METADATA: "en webbadress",
  BOT_TOKEN_ISSUER: "en webbadress",
  BOT_LOGIN_URL: "en webbadress",
  MODEL_URL: "en webbadress",
  LOG_LEVEL: LOG_LEVELS.join(", "),
  METRICS_PORT: "ett heltal 0–65535",
};

/** Reads the settings for one of the entries. An empty value counts as not given. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, mode: Mode): ConfigResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    return { ok: false, faults: [...names].map((name) => `${name} ska vara ${EXPECTED[name] ?? "giltig"}.`) };
  }
  const faults = mode === "start" ? whatStartLacks(parsed.data) : [];
  faults.push(...modelFaults(parsed.data), ...loopbackFaults(parsed.data, env.NODE_ENV === "test"));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, config: toConfig(parsed.data, mode) };
}

function whatStartLacks(env: Environment): string[] {
  const faults: string[] = [];
  if (!env.BOT_ID) faults.push("BOT_ID saknas: appens id från appregistreringen i Entra.");
  if (!env.BOT_TENANT_ID) faults.push("BOT_TENANT_ID saknas: organisationens tenant-id.");
  if (env.BOT_TYPE === "SingleTenant" && !env.BOT_PASSWORD)
    faults.push("BOT_PASSWORD saknas: klienthemligheten. (Med BOT_TYPE=UserAssignedMSI behövs ingen.)");
  return faults;
}

/** Questions and names of the plan are sent there: in the clear to this machine only. */
function modelFaults({ MODEL_URL: url, MODEL_NAME: name }: Environment): string[] {
  const faults: string[] = [];
  if (Boolean(url) !== Boolean(name)) faults.push("MODEL_URL och MODEL_NAME hör ihop: ange båda eller ingen.");
  if (url && !/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$))/i.test(url))
    faults.push("MODEL_URL ska börja med https://, eller med http:// och vara på den egna datorn.");
  return faults;
}

/** Tokens are only trusted from the open internet's own issuers; a loopback address would let anyone on the machine in. */
function loopbackFaults(env: Environment, testing: boolean): string[] {
  if (testing) return [];
  const names = ["BOT_OPENID_METADATA", "BOT_TOKEN_ISSUER", "BOT_LOGIN_URL"] as const;
  return names
    .filter((name) => env[name] !== undefined && !env[name].startsWith("https://"))
    .map((name) => `${name} ska börja med https://.`);
}

function toConfig(env: Environment, mode: Mode): Config {
  const bot: BotConfig | null =
    env.BOT_ID && env.BOT_TENANT_ID
      ? {
          id: env.BOT_ID,
          type: env.BOT_TYPE,
          tenantId: env.BOT_TENANT_ID,
          allowedTenants: env.ALLOWED_TENANTS ?? [env.BOT_TENANT_ID],
          allowedServiceHosts: env.ALLOWED_SERVICE_HOSTS ?? DOCUMENTED_SERVICE_HOSTS,
          openIdMetadata: env.BOT_OPENID_METADATA ?? null,
          tokenIssuer: env.BOT_TOKEN_ISSUER ?? null,
          loginUrl: env.BOT_LOGIN_URL ?? null,
        }
      : null;
  return {
    mode,
    host: env.HOST ?? (mode === "demo" ? "127.0.0.1" : "0.0.0.0"),
    port: env.PORT,
    dataDir: env.DATA_DIR,
    logLevel: env.LOG_LEVEL,
    metricsPort: env.METRICS_PORT ?? null,
    bot,
    model: env.MODEL_URL && env.MODEL_NAME ? { url: env.MODEL_URL, name: env.MODEL_NAME } : null,
    secrets: {
      databaseUrl: env.DATABASE_URL ?? null,
      botPassword: env.BOT_PASSWORD ?? null,
      modelKey: env.MODEL_KEY ?? null,
    },
  };
}

/** Where the data is: `DATABASE_URL`, else the embedded database in `DATA_DIR`. */
export function storePlace(config: Config): StorePlace {
  const { databaseUrl } = config.secrets;
  return databaseUrl ? { databaseUrl } : { dataDir: config.dataDir };
}
