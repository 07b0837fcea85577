// Pure. Why a person gets a card, in Swedish: shown by `try` and in the planägare's view.
export const why = {
  lineManager: (unit: string) => `Linjechef för ${unit}, som har pågående åtgärder.`,
  deputy: (unit: string, chef: string) => `Ersättare för ${chef}, som är borta: svarar för ${unit}.`,
  unknownDeputy: (unit: string, deputy: string) => `Linjechef för ${unit}. Ersättaren ${deputy} finns inte i Personer.`,
  areaManager: (unit: string) => `Närmaste verksamhetschef: ${unit} saknar linjechef.`,
  nobody: (unit: string) => `${unit} har pågående åtgärder men varken linjechef eller verksamhetschef.`,
} as const;
