/** How often a word comes along in posts, reviews and headlines, roughly, against a rare word's 1; it takes light stems. */
export const commonness = (stem: string): number => ranks.get(stem) ?? 1;

/** In at least 1 of 50, 125 and 350 texts of the sets that the model card names. */
const everywhere =
  'the to and a in of for is on it with that have at you be t this my co are was get not vaccin from but covid ' +
  'as me all time has more your child tomorrow so new we if wil case by about can measl health coronavirus just ' +
  'out up no do veri day one peopl an ther who like make been good when now test after take had stat see report ' +
  "were than going our work need don't help todai vaccinat first come how onli year care other death know would " +
  'over go think night patient hospital want cal us give wait';
const often =
  'which becaus back week better should show number last feel stil sai start them live staf then look great ' +
  'india why doctor vaccination watch also off did befor realli even wel any being hour outbreak video game ' +
  "news dai confirm caus school can't best its most total mmr home find diseas say virus thes phon long use " +
  'mani her world risk right ebola two ambulanc down effect man increas noth drug life rate next studi said ' +
  'month problem into high plan via against stop thank s side die keep sinc put wher parent player countri ' +
  "happi bad babi flu spread didn't talk thos cancer again pleas read never another autism lot answer everi " +
  'follow due through dure pandemic check cdc let million stai everyth big positiv food data';
const now =
  'same around chang person woman found trump famili done him littl face end receiv took everyon immuniti alwai ' +
  'used treatment morn mis daili bring under record shot free learn clos without medical thought kil president ' +
  "tonight government you'r link treat second plac open save tel old issu mean lockdown depression doesn't " +
  'until awai post move hous told sun nurs infection official season safe heart immunization earli control les ' +
  'hand releas effectiv protect dr alreadi sleep fight anyon contact girl seen citi availabl mask both minut ' +
  'hard point level part friend far cure run between parti amaz weight hit break someon turn black happen real ' +
  'meet came recover date win track pain brain symptom dose pric taken law aske result american driv pfizer ' +
  'anyth enough thre anti prevent infect california using trye head low d recoveri must warn shar system bil ' +
  "anxieti visit improv leav buy social bodi announc readi complet n mental someth worker offer reason won't " +
  'possibl sound left sign faciliti pas trial catch wear sick recommend til rise soon half los pm movi unit ' +
  'quit publish order pick longer advic actualli different ful per research lead reduc group hold lab whit b ' +
  'explain name allow own april monei blood once affect within obama ask young bit light myself drink worri ' +
  'gain fear develop medication c easi travel age screen mom train emergenci past fal base quarantin corona ' +
  'line cover insuranc list tv wors distanc lose scienc gone rule driver china sex requir healthi smal fine ' +
  "important likeli isn't book lost whol clear fan late god student begin poor cut coupl each media ok compani " +
  "human five choic walk round park yourself sever haven't bed hot speak true drop music singl send o refus " +
  'ward medicin pay instead finish becom beat mind wrong self creat negativ highest saw else condition crisis ' +
  'dont rest boost term lack proces dog cannot event fast';

const ranks = new Map(
  (
    [
      [everywhere, 60],
      [often, 18],
      [now, 7],
    ] as const
  ).flatMap(([list, rank]) => list.split(' ').map(stem => [stem, rank] as const)),
);
