// Pure. Words that make a time a limit: "t.o.m.", "sedan", "före".

export const THROUGH = new Set(["tom", "through", "thru", "ytd", "ackumulerat", "accumulated"]);

export const SINCE = new Set(["sedan", "since", "from", "efter", "after"]);

export const UNTIL = new Set(["fore", "innan", "before", "senast"]);
