// Pure. Chat, dialect and abbreviations written out. General Swedish and English, nothing of any one plan.
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  // dialect and speech
  e: "är", ä: "är", ee: "är", va: "vad", vaa: "vad", ka: "vad", ke: "vad", hva: "vad", hu: "hur", huur: "hur",
  vafför: "varför", vaffö: "varför", varfö: "varför", vaför: "varför", varfor: "varför", vrf: "varför",
  "vrför": "varför", hurra: "hur", vaffor: "varför", vafor: "varför",
  gåre: "går det", gårde: "går det", gårdet: "går det", gårt: "går det", gårdä: "går det", gare: "går det",
  gardet: "går det", hurgårdet: "hur går det", hurgår: "hur går", hurdan: "hur",
  me: "med", mä: "med", å: "och", o: "och", oxå: "också", oxo: "också", ox: "också", asså: "alltså",
  nån: "någon", nåt: "något", nåra: "några", nåd: "något", sånt: "sådant", sån: "sådan",
  dom: "de", di: "de", jä: "jag", mej: "mig", dej: "dig", sej: "sig", int: "inte", inge: "inget",
  ente: "inte", ikke: "inte", itte: "inte", änte: "inte", ha: "har", hare: "har det", "ä'": "är",
  skaru: "ska du", vare: "var det", ere: "är det", ede: "är det", "e'": "är", vicka: "vilka", vilke: "vilket",
  vilk: "vilka", vlka: "vilka", ingenting: "inget", sens: "sedan", sen: "sedan", ba: "bara", sedann: "sedan", mycke: "mycket", möcke: "mycket",
  "hur'e": "hur är", hure: "hur är", hurär: "hur är", vaderdet: "vad är det", änna: "", la: "", fö: "för", ti: "till", te: "till",
  // abbreviations
  mkt: "mycket", mket: "mycket", ngt: "något", ngn: "någon", ngra: "några", ist: "istället", iof: "", iaf: "", typ: "",
  el: "eller", ell: "eller", bl: "bland", ca: "cirka", fr: "från", frn: "från", tot: "totalt", jmf: "jämför", jmfr: "jämför", jfr: "jämför", jmfrt: "jämfört",
  "t.ex": "till exempel", tex: "till exempel", "bl.a": "bland annat", bla: "bland annat", "m.m": "", mm: "", osv: "", "o.s.v": "", etc: "",
  tom: "tom", "t.o.m": "tom", fom: "from", "fr.o.m": "from", "f.o.m": "from",
  ack: "ackumulerat", ytd: "ytd", resp: "respektive", gm: "genom", pga: "på grund av", "p.g.a": "på grund av",
  innev: "innevarande", föreg: "föregående", avd: "avdelning", mott: "mottagning", klin: "klinik", förv: "förvaltning", förvaltn: "förvaltning",
  vht: "verksamhet", vksht: "verksamhet", åtg: "åtgärd", åtgärdr: "åtgärder", rapp: "rapport", bem: "bemanning", prod: "produktion", prog: "prognos",
  real: "realiserat", verif: "verifierat", besl: "beslutat", pot: "potential", utf: "utfall",
  // English chat
  whats: "what is", "what's": "what is", hows: "how is", "how's": "how is", whos: "who is", "who's": "who is", wheres: "where is", whens: "when is",
  "where's": "where is", "when's": "when is", hasnt: "has not", "hasn't": "has not", havent: "have not", "haven't": "have not", isnt: "is not", "isn't": "is not",
  "aren't": "are not", arent: "are not", "don't": "do not", dont: "do not", doesnt: "does not", "doesn't": "does not", "didn't": "did not", didnt: "did not",
  "won't": "will not", wont: "will not", "can't": "can not", cant: "can not", cannot: "can not", "that's": "that is", thats: "that is", "let's": "let us",
  "i'm": "i am", "we're": "we are", "we've": "we have", "they've": "they have", "i've": "i have", u: "you", ur: "your", r: "are", pls: "please", plz: "please", thx: "thanks",
  teh: "the", hte: "the", wich: "which", whcih: "which", wat: "what", waht: "what", hwo: "how", adn: "and", abt: "about", wk: "week", wks: "weeks", yr: "year",
};

/** The words a hurried word stands for; a word that is not in the table stands for itself, an empty one for nothing. */
export function expandChat(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const written = Object.hasOwn(WRITTEN_OUT, word) ? WRITTEN_OUT[word] : undefined;
    return written === undefined ? [word] : written.split(" ").filter(Boolean);
  });
}
