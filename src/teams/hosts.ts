// Pure. Which addresses the bot talks to: named hosts over https; loopback only where the demo or a test says so.

export interface HostRules {
  /** `smba.example.net`, `127.0.0.1:4000`, or `*.example.org` for one or more labels in front. */
  readonly hosts: readonly string[];
  /** `listed`: a loopback host counts when it is on the list (tests). `only`: loopback and nothing else (demo). */
  readonly loopback: "no" | "listed" | "only";
}

/** The address, parsed, when the rules allow it; null otherwise. */
export function allowedUrl(address: string, rules: HostRules): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || hasExtras(url)) return null;
  if (isLoopback(url.hostname)) return isWeb(url) && loopbackAllowed(url, rules) ? url : null;
  if (rules.loopback === "only" || url.protocol !== "https:") return null;
  return isListed(url, rules.hosts) ? url : null;
}

/** `localhost`, 127.0.0.0/8 and ::1, with or without brackets. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

function loopbackAllowed(url: URL, rules: HostRules): boolean {
  if (rules.loopback === "only") return true;
  // The port is free in tests: a fake server takes the one it is given.
  return rules.loopback === "listed" && rules.hosts.some((host) => host === url.host || host === url.hostname);
}

/** A name, a password or a fragment has no business in an address of a service. */
function hasExtras(url: URL): boolean {
  return url.username !== "" || url.password !== "" || url.hash !== "";
}

function isWeb(url: URL): boolean {
  return url.protocol === "http:" || url.protocol === "https:";
}

function isListed(url: URL, hosts: readonly string[]): boolean {
  return hosts.some((pattern) => hostMatches(url.host, pattern.toLowerCase()));
}

/** `host` is without port when it is https' own. */
function hostMatches(host: string, pattern: string): boolean {
  if (!pattern.startsWith("*.")) return host === pattern;
  return host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1;
}
