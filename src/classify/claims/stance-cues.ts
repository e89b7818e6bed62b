import { phraseFinder } from './phrases.ts';

/** Words by which people say that a claim is wrong. */
export const debunks = phraseFinder(`
myth, myths, mythbusting, false, falsely claim, falsely claims, falsely claimed, falsely claiming, falsely suggest, falsely says, falsehood, falsehoods, untrue, not true, isn't true, is not correct, incorrect,
isn't correct, not accurate, inaccurate, misleading, debunk, debunks, debunked, debunking, disproven, disproved, disprove,
discredited, refuted, refute, refutes, unfounded, baseless, groundless, unsubstantiated, misinformation, disinformation,
misconception, misconceptions, fact check, fact checks, factcheck, fact checked, fact checker finds, fake claim, fake claims,
fake cure, fake cures, fake covid, fake cancer, fake coronavirus, warn against, warns against, warned against, warning against, warn about, warns about, warned about, warning about, warns of, warned of, beware of, fake treatment, fake remedy, is fake, are fake, is a hoax claim, rumour control, rumor control,
no evidence, no good evidence, no proof, no scientific, no credible, no reliable, no link, no truth, no connection, no basis,
no association, no reason to, lack of evidence, isn't evidence, zero evidence, there is nothing, nothing to do with,
without evidence, without any evidence, without proof, has not been shown, have not been shown, has never been shown,
hasn't been proven, not been proven, been proven wrong, proven wrong, never been proven, conspiracy theory, conspiracy theories,
conspiracy theorist, conspiracy theorists, conspiracist, antivaxxer, antivaxxers, anti vaxxer, anti vaxxers, antivaxer,
antivaxers, anti vaxer, anti vaxers, antivax, anti vax, anti vaccine, anti vaccination, anti vaccinationists, quackery, quack,
quacks, pseudoscience, pseudoscientific, junk science, snake oil, nonsense, bogus, bunk, hogwash, baloney, claptrap,
crackpot, crackpots, charlatan, charlatans, scammers, scam artists, fraudster, fraudsters, grifters, grifter,
is wrong, are wrong, was wrong, is simply wrong, wrong about, wrong to think, wrong to believe, get it wrong, mistaken, mistakenly,
wrongly, erroneously, erroneous, contrary to, don't believe that, do not believe that, doesn't believe that, don't fall for, do not fall for, not a cure,
still think, still thinks, still believe, still believes, really think, really believe, actually think, actually believe,
stop saying, stop claiming, stop spreading, stop telling, stop believing, stop sharing, don't share, do not share,
that's a lie, is a lie, such lies, is bullshit, that's bullshit, call bullshit, is bs, revoked, struck off, lost his license, lost his licence, bs claim, silly, ridiculous, absurd, ludicrous, laughable, idiotic,
moronic, morons, nutjobs, nutters, lunatics, loons, tinfoil, tin foil, antiscience, anti science, retracted, fraudulent study,
setting the record straight, the truth is, in reality, the science is clear, experts say there is no, no it doesn't, no they don't, no it won't,
no it isn't, no they aren't, no it is not, no they are not, no it does not, no they do not, nope, cannot be, unproven,
not supported, isn't supported, not backed, do not support, does not support, don't support, doesn't support, not a fact,
show otherwise, shows otherwise, says otherwise, say otherwise, prove otherwise, proves otherwise, suggest otherwise, suggests otherwise, found otherwise,
think otherwise, but studies show, but research shows, but the evidence, but the science, but science says, but experts, but doctors say, unscientific, far fetched, urban legend, old wives, wives tale, wives tales, satire, satirical, dubious, apocryphal, stripped of, before you believe, extremely rare, very rare, very rarely, same rate, no more likely, not more common, lower risk, lowers the risk, lowers it, die less often, no more miscarriages, far more people than seasonal, has been shown to cure cancer, nobody was paid, lies about vaccines, retarded, dumbest, stupidest, dumbfucks, dumb people, stupid people, whack jobs, craziness, fearmongering, fear mongering, scaremongering
`);

/** Words that turn a debunk around: the writer scorns the debunk, not the claim. */
export const scorns = phraseFinder(`
isn't a conspiracy theory, not a conspiracy theory, no longer a conspiracy theory, conspiracy theory confirmed, another conspiracy,
conspiracy theories proven, conspiracy fact, so called fact checkers, fact checkers are, fact checkers lie, fact checkers won't,
fact checkers hide, used to be a conspiracy, called it a conspiracy, called us conspiracy, call me a conspiracy, call it misinformation,
called it misinformation, labeled misinformation, labelled misinformation, censored, they call it misinformation, turned out to be true, proven true,
proved true, was right all along, were right all along
`);

/** Words by which people pass on what others say without vouching for it. */
export const reports = phraseFinder(`
claims that, claim that, claiming, claims, claimed, claim, alleged, allegedly, alleges, alleging, allegations, purported, purportedly,
supposedly, rumor, rumors, rumour, rumours, people think, people believe, people say, people are saying, some say, some people, some believe, some think, others say,
others believe, many think, many believe, believe that, believes, who believe, who think, parents who, believed that, believing, beliefs, belief that, thinks, swears, swear by, swears by, convinced that, you think, you believe, they think, they believe, people that believe, people that think, nurses think, parents think, moms think, think that vaccines, because they think, apparently, supposed, the argument, is convinced, convinced him, convinced her, convinced them, convinced me, are convinced, insists, insist, she says, he says, they say, they said, she said, he said, she told, he told, told me, tells me, keeps saying,
keeps telling, keeps telling me, my aunt says, my aunt thinks, my uncle says, my uncle thinks, my mom says, my mum says, my dad says, my mother says, my neighbor, my neighbour, my coworker, my sister says,
i heard, i've heard, heard that, heard someone, i read somewhere, read that, someone said, someone told, theory that, theories that, the idea that, the notion that,
the belief that, the claim, this claim, these claims, whether, viral post, viral video, viral message, viral image, facebook post, facebook posts, posts claim, post claims,
shared on facebook, whatsapp message, whatsapp messages, social media posts, video claims, message claims, circulating, forwarded message, fear that, fears that, fears over, fear of, worried that, worry that, concerned that, scared that, afraid that, anxious that, suggests that, suggest that, argues, argue that, argued, so called, debate, debates, debating, lawsuit, lawsuits, sues, sued, allegation, accused, accuses, controversy, parents refuse, hesitancy, hesitant, skeptics, sceptics, wondering if, wonder if, asked if, asks if, ask if, asked whether, asked me if, question of whether, study of whether, tests whether
`);

/** Who is cited as proof, so that "a doctor says" passes the claim on as true. */
export const authorities = phraseFinder(`
doctor, doctors, dr, scientist, scientists, expert, experts, professor, prof, nurse, nurses, researcher, researchers, surgeon, physician, physicians, whistleblower,
insider, study, studies, research, data, evidence, documents, report, immunologist, virologist, epidemiologist, oncologist, cardiologist, biochemist
`);

/** Words that vouch for what is said. */
export const vouches = phraseFinder(`
admits, admit, admitted, confirms, confirm, confirmed, reveals, revealed, exposes, exposed, proves, proven, proved, finally, said himself, says himself, said herself, own words, on video, on camera, on tape, wake up, open your eyes,
research it, look it up, do your research, do your own research, fact is, it's a fact
`);

/** Signs that a question is meant as a statement. */
export const rhetorical = phraseFinder(`
why can't, why won't, why aren't, why isn't, why don't, how can anyone, how can deny, can you deny, who can deny, how can you, how can they, how do you deny, how many more, when will, did you know, do you know that, did you hear, wake up,
who else, isn't it funny, isn't it strange, isn't it odd, coincidence, why else, why would they, why would you, why would anyone, why would any, who would, why take, why on earth, why the hell, what type of, what kind of, who actually, why do you think, ever wonder why, ever wondered why, do people not, do you not, don't you know, aren't you aware, are you aware, are u aware
`);

/** Signs that a sentence asks, when it begins with one of them or holds one. */
export const asking = phraseFinder(`
is it true, is this true, is that true, is that so, is that right, is that correct, is it really, anyone know, anybody know, does anyone, can anyone, can someone, could someone, has anyone, should i, should we, wondering, i wonder, just curious, any truth, is there any, question, thoughts on,
is it safe, is it possible, not sure if, not sure whether, unsure, do you think, what do you think
`);

/** With these nobody states anything, whatever else the sentence holds. */
export const plainlyAsking = phraseFinder(`
is it true, is this true, is that true, is it really true, any truth to, does anyone know, does anybody know, can anyone tell me
`);

/** Signs of a joke. */
export const jokes = phraseFinder(`
😂, 🤣, 😹, 😆, 🤡, lol, lmao, lmfao, rofl, haha, hahaha, hahahaha, jk, just kidding, sarcasm, just joking, / s, xd, superpower, superpowers, super powers, wifi signal, better reception, bluetooth now
`);

/** Words that make a claim less than a statement. */
export const hedges = phraseFinder(`
might, may, maybe, could, perhaps, possible, possibly, possibility, i think, i guess, probably, potentially, potential, theory, what if, seems, apparently
`);
