// Types only: what the transport needs to know. `config.ts` makes it from the environment.

export interface BotIdentity {
  readonly id: string;
  readonly type: "SingleTenant" | "UserAssignedMSI";
  /** Null for a managed identity. */
  readonly password: string | null;
  readonly tenant: string;
}

/** Addresses that differ in sovereign clouds; null = the public cloud's. */
export interface Cloud {
  readonly openIdMetadata: string | null;
  readonly tokenIssuer: string | null;
  readonly loginUrl: string | null;
}

export interface TeamsSettings {
  /** `demo`: no authentication, and for that reason loopback only, both in and out. */
  readonly mode: "real" | "demo";
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Null in demo mode only. */
  readonly bot: BotIdentity | null;
  /** Tenants whose people may talk to the bot; not asked in demo mode. */
  readonly tenants: readonly string[];
  /** Exact host names that messages may come from and go to; see `DEFAULT_SERVICE_HOSTS`. */
  readonly serviceHosts: readonly string[];
  /** Hosts that files may be fetched from and put to; `*.sharepoint.com` matches one or more labels. */
  readonly fileHosts: readonly string[];
  readonly cloud: Cloud;
  /** Tests with NODE_ENV=test: loopback addresses count as being on the lists, plain http included. */
  readonly allowLoopback: boolean;
  /** How long one connector call may take. Default 10 s. */
  readonly callTimeoutMs?: number;
  /** How long an invoke may take before a friendly message is given instead. Default 1 500 ms. */
  readonly invokeTimeoutMs?: number;
}
