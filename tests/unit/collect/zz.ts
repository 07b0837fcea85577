import { samplePlan } from "../../helpers/sample-plan.ts";
import { cardPreview, decideCards } from "../../../src/collect/collect.ts";
import { defaultRhythm } from "../../../src/plan/rhythm.ts";
import { parseInstant } from "../../../src/lib/time.ts";
const plan = samplePlan("2026-11-18T07:30:00+01:00");
const settings = defaultRhythm("Europe/Stockholm");
const t=Date.now();
const msgs = decideCards(plan, "2026-W47" as any, plan.now);
console.log(msgs.length, msgs.slice(0,2), Date.now()-t);
for (const u of (process.argv[2]??"U02").split(",")) {
const c = cardPreview(plan, settings, u as any, "2026-W47" as any)!;
const show=(n:any,d=0)=>{ if(Array.isArray(n)) return n.forEach(x=>show(x,d)); if(!n||typeof n!=="object")return;
 const p=" ".repeat(d); const {type,text,title,value,label,id,choices,verb}=n as any;
 console.log(p+[type,text,title,label,id&&("#"+id),value!==undefined?("="+value):"",verb,choices?choices.map((c:any)=>c.title).join(" / "):""].filter(Boolean).join(" | "));
 for(const k of ["body","items","facts","actions"]) show(n[k],d+1); };
show(c.card); console.log(c.text, JSON.stringify(c.card).length*2);
}
