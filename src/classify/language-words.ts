/** The words by which a language is known, after those that patients use; only what is not also an English word. */
export const commonWords: Readonly<Record<string, string>> = {
  en: "the and is to of was you my i it they we for not in with that have this are so be at she he can your what how do if on but were had very when from just all there who their would has them been will out get because no good great doctor staff nurse care service friendly don't didn't it's i'm an as or up about after before never always our us his her than then time more some any thank thanks visit vaccine shot flu",
  es: 'un unos unas ni doctor escucha el la los las que es una uno por para con muy mi mis me se del lo está están pero como su sus tiene tengo hay más y en un al fue son no nos ya porque cuando si sí también todo todos siempre nunca nada gracias buena bueno buenos buenas excelente doctora médico médica enfermera enfermeras atención atencion servicio trato cita citas tiempo espera esperar esperé horas pésimo pesimo mala malo mal peor mejor amable amables recomiendo clínica clinica personal muchas señora niño niña hijo hija hola estoy esta este eso cómo dónde donde cuánto puedo quiero necesito dolor fiebre vacuna vacunas seguro ayuda favor hace desde hasta sin sobre entre ser estar tener hacer me',
  fr: "le les des est une et pas je très tres nous vous avec pour dans que qui c'est j'ai ont été sur mon ma mes ce cette il elle on du au aux plus mais ou où bien bonne médecin docteur merci personnel accueil attente rendez-vous toujours jamais rien aussi être avoir fait suis sont n'est qu'il d'un d'une l'hôpital vaccin sans un en de la se ne",
  de: 'der die das und ist nicht ich sehr wir mit auf ein eine einen einem zu den dem sie auch wurde wird werden hat habe haben mein meine für von es im bei nur aber oder wie so kann man arzt ärztin praxis termin freundlich gut nie immer danke warten wartezeit keine kein war bin sind uns nach noch schon',
  pt: 'o os as um uma não muito com você é foi para dos das meu minha ele ela eu são em no na nos mais mas como por que se de da do e bem bom boa médico médica atendimento obrigado obrigada consulta sempre nunca tudo nada isso esta este seu sua tem ter ser estou está péssimo ótimo ótima pelo pela até já também horas espera vacina',
  it: "il lo gli è che non di per una uno con sono molto mi mio mia della dello del nel nella ho stato stata ha hanno anche più come ma se questo questa sempre mai grazie medico dottore dottoressa personale gentile attesa visita bene buono tutto tutti ci un la le e da al c'è dal alla vaccino",
  nl: 'de het een en van ik niet dat zijn voor met op te er maar ook naar bij heb heeft werd wordt zeer erg goed goede dokter huisarts mijn wij ze wat als nog geen door uit altijd nooit afspraak vriendelijk bedankt',
  pl: 'i w na nie się sie jest do z że ze to jak ale po co tak od za przez bardzo był była było mam mnie lekarz wizyta dziękuję dziekuje polecam tylko już moja mój dla pani pan szczepionka',
  vi: 'và là của có không được tôi cho với các một người rất này đã bác sĩ bệnh viện cảm ơn khám phòng khong toi duoc bac benh',
  tl: 'ang ng mga sa na ay ko mo siya kami tayo hindi po opo salamat doktor naman lang din rin kasi pero yung para niya namin nila wala may ako ikaw maganda mabait',
  ht: 'mwen ou li nou yo ak pou nan yon gen pa se te ki sa tankou anpil mèsi doktè lopital moun timoun trè byen ap fè kote',
};

/** Letters that few other languages have. */
export const tellingLetters: readonly (readonly [string, RegExp])[] = [
  ['es', /[ñ¿¡]/u],
  ['pt', /[ãõ]/u],
  ['de', /[ßäöü]/u],
  ['fr', /[èêœçûëï]/u],
  ['vi', /[ơưđăạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u],
  ['pl', /[łąęśżźń]/u],
];
