// The story as a person sees it: the demo with the real Playground in a real browser. Card → answer → digest.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../helpers/free-port.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const PICTURES = "tests/browser/pictures";
const STEP_MS = 30_000;

// Where a browser is promised, its absence is a failure and not a skip.
if (!CHROMIUM && process.env.CI !== "true") process.stdout.write("skipped: no Chromium\n");

describe.skipIf(!CHROMIUM && process.env.CI !== "true")("the demo in the Playground", () => {
  let demo: ChildProcess;
  let browser: Browser;
  let page: Page;
  const data = mkdtempSync(join(tmpdir(), "demo-"));

  beforeAll(async () => {
    if (!CHROMIUM) throw new Error("CI=true, but there is no Chromium");
    mkdirSync(PICTURES, { recursive: true });
    const [port, playground] = [await freePort(), await freePort()];
    const env = { ...process.env, DATA_DIR: data, PORT: String(port), LOG_LEVEL: "warn" };
    const args = ["src/run.mjs", "demo", "--playground-port", String(playground)];
    demo = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"], detached: true });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
    page = await browser.newPage({ viewport: { width: 1280, height: 1500 } });
    await open(page, demo, `http://127.0.0.1:${playground}/`);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    if (demo?.pid && demo.exitCode === null) {
      const ended = new Promise((resolve) => demo.once("exit", resolve));
      process.kill(-demo.pid, "SIGTERM");
      await ended;
    }
    rmSync(data, { recursive: true, force: true });
  }, 30_000);

  it("greets a newcomer with what the demo can do", async () => {
    await page.getByText("Det här är en demo").first().waitFor({ timeout: STEP_MS });
    await picture("1-valkommen");
  }, 60_000);

  it("opens the week's card on Wednesday morning", async () => {
    await write("demo: jag är chef.ortopeden");
    await page.getByText("Peter Sandin").first().waitFor({ timeout: STEP_MS });
    await write("demo: tid onsdag 07.35");
    await page.getByText("Veckorapport v. 47 · Ortopedkliniken").first().waitFor({ timeout: STEP_MS });
    await picture("2-kortet");
  }, 90_000);

  it("asks for more only about what is not green, and shows the receipt in the card's place", async () => {
    await page.getByRole("button", { name: "Skicka", exact: true }).click();
    await page.getByText("Främsta orsak").first().waitFor({ timeout: STEP_MS });
    await picture("3-steg-tva");
    await page.getByRole("button", { name: "Skicka", exact: true }).click();
    await page.getByText("Tack!").first().waitFor({ timeout: STEP_MS });
    expect(await page.getByText("Hur går det?").count()).toBe(0);
    await picture("4-kvittot");
  }, 90_000);

  it("posts the digest in the channel on Monday morning", async () => {
    await write("demo: tid måndag 07.35");
    await page.getByText("Klockan är nu måndag 23 november").first().waitFor({ timeout: STEP_MS });
    await page.getByRole("treeitem", { name: "Ledningsgruppen" }).first().click();
    await page.getByText("26 av 31 enheter har rapporterat").first().waitFor({ timeout: STEP_MS });
    await picture("5-sammanfattningen");
    for (const figure of ["145,0", "176,8", "189,3", "229,6", "309,8", "403,0"])
      expect(await page.getByText(figure).count(), figure).toBeGreaterThan(0);
  }, 90_000);

  async function write(text: string): Promise<void> {
    const box = page.locator("[role=textbox][contenteditable=true]").last();
    await box.click();
    await box.fill(text);
    await page.keyboard.press("Enter");
  }

  async function picture(name: string): Promise<void> {
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
});

/** Without these, Chromium looks for the internet at every start. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The Playground takes a while to start: npx fetches it the first time. */
async function open(page: Page, demo: ChildProcess, address: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await page.goto(address, { timeout: 5_000 });
      return;
    } catch (error) {
      if (attempt > 80 || demo.exitCode !== null) throw error;
      await page.waitForTimeout(1_000);
    }
  }
}
