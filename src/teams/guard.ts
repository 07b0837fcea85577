// Pure. The checks in front of the SDK: what does not pass never reaches it (platform.md, "botbuilder").
import { z } from "zod";
import { type Activity, tenantOf } from "./activity.ts";
import { allowedUrl, type HostRules } from "./hosts.ts";

export interface GuardRules {
  readonly appId: string;
  readonly issuer: string;
  readonly tenants: readonly string[];
  readonly hosts: HostRules;
}

/** Three base64url parts: a signed token and nothing around it. */
const BEARER = /^Bearer ([A-Za-z0-9_-]{1,4096})\.([A-Za-z0-9_-]{1,8192})\.([A-Za-z0-9_-]{1,4096})$/;

const Header = z.object({ alg: z.literal("RS256") });
const Claims = z.object({ iss: z.string(), aud: z.string(), exp: z.number(), tid: z.unknown().optional() });

/** As much as the SDK allows clocks to differ. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/**
 * The one authorization header, when it can be a token for this bot from the connector service; null otherwise.
 * Nothing is proved by it yet: the signature is checked afterwards.
 * A token that names a tenant (`tid`) must name one of ours: the SDK keeps each it sees in a list that never shrinks.
 */
export function vetAuthorization(rawHeaders: readonly string[], rules: GuardRules, now = Date.now()): string | null {
  const values = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === "authorization");
  const [value] = values;
  if (value === undefined || values.length !== 1) return null;
  const parts = BEARER.exec(value);
  if (!parts || !Header.safeParse(decode(parts[1])).success) return null;
  const claims = Claims.safeParse(decode(parts[2]));
  if (!claims.success) return null;
  const { iss, aud, exp, tid } = claims.data;
  if (iss !== rules.issuer || aud !== rules.appId) return null;
  if (exp * 1_000 + CLOCK_TOLERANCE_MS < now) return null;
  return tid === undefined || (typeof tid === "string" && isListed(tid, rules.tenants)) ? value : null;
}

/** Whether an activity is from Teams, for this bot, from a tenant of ours, to be answered at a known address. */
export function vetActivity(activity: Activity, rules: GuardRules): boolean {
  const tenant = tenantOf(activity);
  return (
    activity.channelId === "msteams" &&
    activity.recipient?.id === `28:${rules.appId}` &&
    tenant !== null &&
    isListed(tenant, rules.tenants) &&
    allowedUrl(activity.serviceUrl, rules.hosts) !== null
  );
}

function isListed(tenant: string, tenants: readonly string[]): boolean {
  return tenants.some((listed) => listed.toLowerCase() === tenant.toLowerCase());
}

function decode(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
