import { describe, expect, it } from "vitest";
import { allowedUrl, type HostRules } from "../../../src/teams/hosts.ts";

const REAL: HostRules = { hosts: ["smba.trafficmanager.net", "*.sharepoint.com"], loopback: "no" };
const TEST: HostRules = { hosts: ["127.0.0.1:4000", "localhost"], loopback: "listed" };
const DEMO: HostRules = { hosts: [], loopback: "only" };

describe("allowedUrl", () => {
  it.each<[string, HostRules, boolean]>([
    ["https://smba.trafficmanager.net/emea/", REAL, true],
    ["https://SMBA.trafficmanager.net/emea/", REAL, true],
    ["https://region.sharepoint.com/x?tempauth=1", REAL, true],
    ["https://region-my.sharepoint.com/x", REAL, true],
    ["http://smba.trafficmanager.net/emea/", REAL, false],
    ["https://smba.trafficmanager.net:8443/", REAL, false],
    ["https://smba.trafficmanager.net.evil.example/", REAL, false],
    ["https://evil.example/smba.trafficmanager.net", REAL, false],
    ["https://evilsharepoint.com/", REAL, false],
    ["https://sharepoint.com/", REAL, false],
    ["https://smba.trafficmanager.net@evil.example/", REAL, false],
    ["https://user@smba.trafficmanager.net/", REAL, false],
    ["https://smba.trafficmanager.net/#a", REAL, false],
    ["https://127.0.0.1/", REAL, false],
    ["http://localhost:3978/", REAL, false],
    ["ftp://smba.trafficmanager.net/", REAL, false],
    ["", REAL, false],
    ["not a url", REAL, false],
    ["http://127.0.0.1:4000/emea/", TEST, true],
    ["http://127.0.0.1:4001/emea/", TEST, false],
    ["http://localhost:9/", TEST, true],
    ["http://[::1]:9/", TEST, false],
    ["http://localhost:56150/_connector", DEMO, true],
    ["http://[::1]:56150/_connector", DEMO, true],
    ["http://127.1/", DEMO, true],
    ["https://smba.trafficmanager.net/", DEMO, false],
    ["http://169.254.169.254/", DEMO, false],
    ["file:///etc/passwd", DEMO, false],
  ])("%s", (address, rules, allowed) => {
    expect(allowedUrl(address, rules) !== null).toBe(allowed);
  });
});
