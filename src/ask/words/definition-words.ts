// What every term means (spec: data-format "What the figures mean").
import type { Word } from "../../plan/words.ts";
import type { Term } from "../grammar/terms.ts";

export const DEFINITIONS: Readonly<Record<Term, Word>> = {
  potential: {
    sv: "Potential är den beräknade möjliga helårseffekten av en åtgärd. Den bygger på antaganden och är inte beslutad.",
    en: "Potential is the calculated possible full-year effect of a measure. It rests on assumptions and is not decided.",
  },
  decided: {
    sv: "Beslutad effekt är helårseffekten, netto, av det som är formellt beslutat. Pausade, avbrutna och återtagna åtgärder är inte med.",
    en: "Decided effect is the full-year effect, net, of what is formally decided. Paused, cancelled and reverted measures are not in it.",
  },
  planned: {
    sv: "Planerad effekt är den beslutade effekten fördelad per månad från det att åtgärden startar.",
    en: "Planned effect is the decided effect spread by month from the start of the measure.",
  },
  planned_year: {
    sv: "Årets planerade effekt är summan av årets månader i planen. Den är lägre än helårseffekten när åtgärder startar under året.",
    en: "The year's planned effect is the sum of the year's months in the plan. It is lower than the full-year effect when measures start during the year.",
  },
  forecast: {
    sv: "Prognos är vad man nu tror om effekten för hela kalenderåret. Den senast lämnade prognosen gäller.",
    en: "Forecast is what is now believed about the effect for the calendar year. The latest one given counts.",
  },
  realised: {
    sv: "Realiserad effekt är den effekt som är uppnådd, hemtagen och rapporterad hittills, ackumulerat från januari.",
    en: "Realised effect is the effect achieved and reported so far, accumulated from January.",
  },
  verified: {
    sv: "Verifierad effekt är den del av den realiserade effekten som controllern har bekräftat mot ekonomin.",
    en: "Verified effect is the part of the realised effect that the controller has confirmed against the ledger.",
  },
  lost: {
    sv: "Bortfallen effekt är den beslutade effekten av åtgärder som är pausade, avbrutna eller återtagna. Den visas men räknas inte in i beslutad effekt.",
    en: "Lost effect is the decided effect of measures that are paused, cancelled or reverted. It is shown but not counted as decided.",
  },
  gap: {
    sv: "Saknas till plan är planerad minus realiserad effekt, samma månader.",
    en: "Missing to plan is planned minus realised effect, same months.",
  },
  realisation_rate: {
    sv: "Realiseringsgrad är realiserad effekt delat med planerad, samma månader, räknat på ej avrundade belopp. En månad utan realiserat värde är inte med i någon av dem.",
    en: "The realisation rate is realised effect divided by planned, same months, from unrounded amounts. A month without a realised value is left out of both.",
  },
  at_risk: {
    sv: "Effekt bakom ouppfyllda förutsättningar är summan av beslutad effekt i alla åtgärder som direkt eller genom andra hänger på något som inte är på plats. Varje åtgärd räknas en gång; delvis uppfylld räknas som inte uppfylld.",
    en: "Effect at risk is the sum of decided effect in all measures that depend, directly or through others, on something not in place. Each measure counts once; partly met counts as not met.",
  },
  extra_cost: {
    sv: "Merkostnad är vad åtgärden kostar extra. Tomt betyder ej beräknad, inte noll.",
    en: "Extra cost is what the measure costs in addition. Empty means not calculated, not zero.",
  },
  ladder: {
    sv: "Effekttrappan har sex steg: potential → beslutad → planerad → prognos → realiserad → verifierad. De läggs aldrig ihop och visas alltid med sitt ord.",
    en: "The effect ladder has six stages: potential → decided → planned → forecast → realised → verified. They are never added and never shown without their word.",
  },
  outcome: {
    sv: "Utfallets färg följer realiseringsgraden: grön från 95 %, gul 80–94,9 %, röd under 80 %. Under 0,5 mkr planerat sätts ingen färg. Chefens bedömning skrivs aldrig över; där de skiljer sig visas båda.",
    en: "The outcome's colour follows the realisation rate: green from 95%, yellow 80–94.9%, red below 80%. Below SEK 0.5 million planned there is no colour. The manager's judgement is never overwritten; where they differ both are shown.",
  },
  states: {
    sv: "Läget är chefens bedömning: Ej påbörjad, Enligt plan (grön), Avvikelse (gul), Kritisk (röd), Pausad, Avbruten, Återtagen, Genomförd eller Ordinarie drift. De tre sista stoppande lägena följer av beslut.",
    en: "The state is the manager's judgement: Not started, On track (green), Deviation (yellow), Critical (red), Paused, Cancelled, Reverted, Done or In regular operation.",
  },
  not_started: { sv: "Ej påbörjad: åtgärden har inte startat.", en: "Not started: the measure has not begun." },
  on_track: {
    sv: "Enligt plan (grön): åtgärden går som den ska enligt chefens bedömning.",
    en: "On track (green): the measure goes as it should in the manager's judgement.",
  },
  deviation: {
    sv: "Avvikelse (gul): åtgärden avviker från planen, men enheten kan lösa det.",
    en: "Deviation (yellow): the measure deviates, but the unit can solve it.",
  },
  critical: {
    sv: "Kritisk (röd): åtgärden når inte målet utan hjälp.",
    en: "Critical (red): the measure will not reach its goal without help.",
  },
  paused: {
    sv: "Pausad: åtgärden står stilla. Dess effekt räknas som bortfallen så länge.",
    en: "Paused: the measure stands still. Its effect counts as lost meanwhile.",
  },
  cancelled: {
    sv: "Avbruten: åtgärden har stoppats genom beslut. Den planerade effekten räknas till och med den månaden; det som är realiserat ligger kvar.",
    en: "Cancelled: stopped by decision. Planned effect counts through that month; what has been realised stays.",
  },
  reverted: {
    sv: "Återtagen: beslutet om åtgärden har upphävts.",
    en: "Reverted: the decision on the measure has been revoked.",
  },
  done: {
    sv: "Genomförd: åtgärden är införd. Effekten kan fortfarande återstå att hämta hem.",
    en: "Done: the measure is implemented. Its effect may still remain to be realised.",
  },
  operational: {
    sv: "Ordinarie drift: åtgärden har gått över i den vanliga verksamheten.",
    en: "In regular operation: the measure has passed into ordinary operations.",
  },
  prerequisite: {
    sv: "En förutsättning är något som måste vara på plats för att en åtgärd ska ge effekt: en annan åtgärd, ett beslut, it, lokal, samverkan, rekrytering, en extern part eller ett arbetssätt.",
    en: "A prerequisite is something that must be in place for a measure to give effect: another measure, a decision, IT, premises, consultation, recruitment, an external party or a way of working.",
  },
  assumption: {
    sv: "Ett antagande är ett påstående som beräkningen vilar på. Det gäller, är osäkert eller håller inte.",
    en: "An assumption is a statement the estimate rests on. It holds, is uncertain or does not hold.",
  },
  milestone: {
    sv: "En milstolpe är en daterad avstämning i en åtgärd.",
    en: "A milestone is a dated checkpoint of a measure.",
  },
  assignment: {
    sv: "Ett uppdrag kommer från fullmäktige, styrelse eller nämnd, med ett datum för återrapport.",
    en: "An assignment (uppdrag) comes from the council or a board, with a date to report back.",
  },
  measure: {
    sv: "En åtgärd är det som följs upp i planen: en ägare, ett belopp, ett läge.",
    en: "A measure is what the plan follows: one owner, one amount, one state.",
  },
  horizon: {
    sv: "Horisonten säger om en åtgärd är kortsiktig eller långsiktig.",
    en: "The horizon says whether a measure is short-term or long-term.",
  },
  special: {
    sv: "En särskild aktivitet är startad för att påskynda effekthemtagningen.",
    en: "A special activity has been started to hasten the realisation of effect.",
  },
  consultation: {
    sv: "Samverkan visar hur långt den fackliga hanteringen har kommit: ej aktuellt, informerad, pågår eller klar.",
    en: "Consultation shows how far the handling with the unions has come: not applicable, informed, under way or done.",
  },
  impact: {
    sv: "Konsekvensbedömningen prövar vad en åtgärd betyder för patientsäkerhet, arbetsmiljö och andra enheter: nej, pågår eller klar.",
    en: "The impact assessment weighs what a measure means for patient safety, work environment and other units: no, under way or done.",
  },
  counter_indicator: {
    sv: "En motindikator visas bredvid effekten för att se om besparingen äts upp någon annanstans.",
    en: "A counter indicator is shown beside the effect to see whether the saving is eaten up elsewhere.",
  },
  mechanism: {
    sv: "Mekanismen säger varifrån effekten kommer: närvarotid, hyrpersonal, inköp, läkemedel, köpt vård, avgift, lokal eller annat.",
    en: "The mechanism says where the effect comes from: hours worked, hired staff, purchasing, medicines, purchased care, fees, premises or other.",
  },
  presence: {
    sv: "Närvarotid är registrerad arbetad tid, med övertid och arbetad tid under jour och beredskap.",
    en: "Presence time (närvarotid) is registered worked time, including overtime and time worked on call.",
  },
  agency: {
    sv: "Hyrpersonal är inhyrda från bemanningsföretag. Kostnaden visas för den senaste stängda månaden.",
    en: "Hired staff come from agencies. The cost is shown for the latest closed month.",
  },
  staffing: {
    sv: "Bemanning räknas i årsarbetare, som medel för de senaste fyra veckorna med underlag, och visas alltid tillsammans med produktionen.",
    en: "Staffing is counted in full-time equivalents, as the mean of the latest four weeks with data, and always shown with production.",
  },
  staffing_target: {
    sv: "Bemanningsmålet är enhetens budgeterade antal årsarbetare.",
    en: "The staffing target is the unit's budgeted number of full-time equivalents.",
  },
  production: {
    sv: "Produktion är enhetens eget mått per vecka, som medel för fyra veckor, mot plan och mot samma veckor förra året.",
    en: "Production is the unit's own metric per week, as a four-week mean, against plan and the same weeks last year.",
  },
  overtime: {
    sv: "Övertid visas i procent av arbetad tid, som medel för fyra veckor.",
    en: "Overtime is shown in percent of worked time, as a four-week mean.",
  },
  sick_leave: {
    sv: "Sjukfrånvaro visas i procent per enhet, som medel för fyra veckor – aldrig per person.",
    en: "Sick leave is shown in percent by unit, as a four-week mean – never by person.",
  },
  coverage: {
    sv: "Svarsfrekvensen (täckningen) är hur många enheter som har lämnat veckorapport av dem som ska.",
    en: "Coverage is how many units have given their weekly report of those that should.",
  },
  support: {
    sv: "En stödbegäran går till förstärkningsteamet: schemaläggningsstöd, utbildning, produktionsplanering, ekonomi, hr eller beslut från chef.",
    en: "A support request goes to the support team: scheduling, training, production planning, finance, HR or a manager's decision.",
  },
  support_team: {
    sv: "Förstärkningsteamet hjälper cheferna med schemaläggning, utbildning och produktionsplanering.",
    en: "The support team helps managers with scheduling, training and production planning.",
  },
  guard: {
    sv: "Bemanning–produktion-vakten visar båda sida vid sida och varnar när bemanningen faller och produktionen också gör det. Då räknas det inte som effekt förrän orsaken är känd.",
    en: "The staffing–production guard shows both side by side and warns when staffing falls and production too. That is not counted as effect until the cause is known.",
  },
  enabler: {
    sv: "En möjliggörare har ingen egen effekt i kronor men är en förutsättning för andra åtgärder.",
    en: "An enabler has no effect in kronor of its own but is a prerequisite for other measures.",
  },
  task_shift: {
    sv: "Uppgiftsväxling betyder att en uppgift flyttas mellan yrkesgrupper.",
    en: "Task shifting means that a task moves between professions.",
  },
  freed_time: {
    sv: "Frigjord tid är tid som blir över till annat. Den är inte kronor förrän den är hemtagen.",
    en: "Freed time is time left for other work. It is not kronor until it is realised.",
  },
  one_off: {
    sv: "En engångseffekt kommer en gång; en varaktig effekt kommer varje år.",
    en: "A one-off effect comes once; a permanent effect every year.",
  },
  uncounted: {
    sv: "Åtgärder utan beräknat belopp räknas till antal bredvid varje summa, aldrig som noll.",
    en: "Measures without an amount are counted beside every sum, never as zero.",
  },
  participation: {
    sv: "En deltagande enhet har en egen rad för åtgärden på sitt veckokort. Beloppet hör ändå till ägaren.",
    en: "A participating unit has its own line for the measure on its card. The amount still belongs to the owner.",
  },
  theme: { sv: "Ett område samlar åtgärder av samma slag.", en: "A theme gathers measures of the same kind." },
  digest: {
    sv: "Veckosammanfattningen postas i ledningsgruppens kanal efter veckans slut.",
    en: "The weekly digest is posted to the management group's channel after the week.",
  },
  deputy: {
    sv: "En ersättare svarar i stället för chefen under frånvaro; det syns i loggen för vems räkning.",
    en: "A deputy answers for the manager during absence; the log says on whose behalf.",
  },
};
