import { expect, it } from "vitest";
import { faultOf } from "../../../src/teams/fault.ts";

it("says what broke, not about whom", () => {
  const error = Object.assign(
    new Error("no row for eva.ek@region.se, 19121212-1212, see https://r.sharepoint.com/x?tempauth=abc"),
    {
      code: "E_ROW",
    },
  );
  const fault = faultOf(error);
  expect(fault).toMatchObject({ name: "Error", code: "E_ROW", message: "no row for [address] [number], see [link]" });
  expect(fault.stack).not.toMatch(/eva/);
});

it("takes anything that is thrown", () => {
  expect(faultOf("eva@region.se")).toEqual({ name: "NotAnError", code: null, message: "", stack: null });
});
