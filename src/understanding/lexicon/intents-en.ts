import type { SaidTag } from '../intents.ts'
import type { Phrases } from '../pattern.ts'

const say = (tag: SaidTag, phrases: string): Phrases<SaidTag> => ({
  tag,
  phrases: phrases.split(/\s+\/\s+/).map((phrase) => phrase.trim()),
})

/** English phrases of each intent, in the notation of `pattern.ts`. */
export const intentsEn: Phrases<SaidTag>[] = [
  say('greet', '^ hello / good morning|afternoon|evening / ^ greetings'),
  say('thanks', 'thanks / thank you / cheers / much appreciated / ta $'),
  say(
    'goodbye',
    'goodbye / bye / see you / have a good|nice day|evening|one|weekend / good night / take care $',
  ),
  say(
    'affirm',
    `^ yes / yes $ / ^ yes please / ^ sure / ^ fine / ^ of course / ^ certainly / ^ definitely / ^ absolutely / ^ correct / that is right|correct|fine|good|great|me|ok|perfect|it / that works / works for me / sounds good|fine|great|ok / go ahead / ^ agreed / i agree / i am ok|happy|fine with / ^ exactly / ^ indeed / ^ perfect / no problem / no worries / ^ alright / all right / ^ great / why not / ^ please do / i confirm / ^ confirmed / do it $ / it is me / this is she|he|him|her / speaking $ / deal $ / that is me / ^ great / ^ right $ / i do $ / i am $`,
  ),
  say(
    'deny',
    `^ no / no $ / ^ no thanks / ^ not really / no way / ^ never / ^ absolutely not / ^ of course not / ^ certainly not / i do not agree / do not agree / not agreed / i disagree / i refuse / ^ not now / that is wrong|not / not right $ / i do not want to $ / does not work for me / that does not work / not ok / ^ not at all / it is not me / not me $`,
  ),
  say(
    'hedge',
    'maybe / perhaps / i guess / not sure / i do not know / do not know / we will see / it depends / i will see / possibly / let me think / i suppose / no idea / kind of / yes and no',
  ),
  say(
    'decline',
    `rather not _ say|answer|talk|discuss|share|tell / rather not / prefer not / do not want to _ say|answer|talk|discuss|share|tell / none of your business / that is private|personal / not telling / no comment / mind your own / do not wish to`,
  ),
  say(
    'explain_bill',
    `do not|never|can not understand|get __ <bille>|figures|numbers|total / not understand __ <bille>|figures / explain __ <bille>|taxes|tax|line|lines|total|this|it / explain $ / what is __ <bille>|tax|taxes|for|this|charge|levy|standing / what are __ <bille>|taxes|these|those|charges / what am i paying / what does __ mean / what do __ mean / what is that / what is this __ for / what is it for / breakdown / break it down / how __ calculated|worked / how do you calculate|work / why do i owe|have / how much $ / how much please|exactly / how much __ owe / how much is it|that|left|due|the|my / what do i owe / why __ charged|charging / understand my|the|this <bille> / makes no sense / go through __ <bille> / which bill / what bill / why are you contacting|texting|writing|messaging`,
  ),
  say(
    'why_higher',
    `why ___ higher|more|expensive|high|much|increase|increased|gone|up|doubled|dear / higher|more than last|before|usual|normal|usually / gone up / went up / so high|expensive|much / too high|expensive|much / doubled|tripled / increase|increased|rise __ <bille>|price / usually __ pay|is # / never paid|been this|so|that much / <bille> __ higher|up|huge|massive|doubled|expensive`,
  ),
  say(
    'promise',
    `pay later / i will|can|could|would pay|settle|send|transfer|give|put|do|manage|afford|clear / i shall pay|settle / i can|could|will __ # / pay # / i am going|able to pay|settle|send / going to pay / pay __ on|by|next|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|payday / i promise / i want|need|like to pay / i would like to pay / let me pay # / i am paying / i will have it paid / i intend|plan|hope to pay / i could spare|stretch / i can only pay|do|afford|manage / happy to pay / i offer # / will pay`,
  ),
  say(
    'plan',
    `in|into|over # <instale>|months|weeks|times / instalments / instalment / payment plan|arrangement|schedule / plan $ / a plan / set up __ plan|instalments / spread __ cost|payment|payments|out|it|over / pay __ bit|little / little by little / bit by bit / # a|per|every|each month|week / per month / a month / monthly / # monthly|weekly / more time / extension / an arrangement / split __ payment|bill|it|up / several payments / can not pay __ all|full|everything|whole / not pay _ all|full|everything / # payments|instalments / defer|postpone / pay it off / pay off`,
  ),
  say(
    'pay_now',
    `pay now|today|immediately|online|straight / pay __ by|with|using my?|a? card|debit|transfer|cheque|phone / pay it now|today|off now / pay __ right now|straight away|over the phone / pay by|with|using card|debit|transfer|cheque|phone|direct / payment link / link to pay / link $ / how|where __ pay|settle / send me __ link / your bank|account details|number / sort code / bank details / pay __ full / pay it all / pay everything / pay the lot / pay my|the|this <bille> $ / make a payment / take __ payment|card`,
  ),
  say(
    'already_paid',
    `already paid|settled|sent|cleared|made|transferred|done / have|has _ paid|settled|cleared / i|we _ paid / paid it|this|that|on|last|yesterday|by|you|already|in / i sent|transferred|made __ payment|money|it|transfer|cheque / payment __ gone|went|made|sent|taken / has|was been? paid|settled / do not owe / owe you nothing / nothing to pay / up to date / took __ money|payment|twice / paid twice / charged twice / been paid`,
  ),
  say(
    'dispute',
    `dispute|disputing|contest / <bille>|amount|reading|meter|total|figure __ wrong|incorrect|mistake|error|false|faulty / wrong <bille>|amount|reading|total|meter / mistake|error __ <bille>|amount|reading|my / you made|have made __ mistake|error / there is __ mistake|error / that can not be right / not right __ <bille> / did not use / never used / not my bill|account|debt|meter|usage|contract / is not mine / do not owe this|that / never signed|agreed|ordered / i disagree with / overcharged / not paying that|this`,
  ),
  say(
    'cannot_pay',
    `can|could not _ pay|afford|settle|manage / not able to pay|afford / unable to pay|afford / do not have _ _ money|cash|funds|enough|it|anything / have not got _ _ money|cash|enough|it / no money|cash|funds / broke $ / i am broke|skint / skint / penniless / struggling / struggle __ pay|bills|money|moment / financial difficult*|trouble|problems|hardship / money is tight / things are tight|tough / can not make ends meet / ends meet / out of money / nothing left / impossible to pay / can not pay / not pay $ / overdrawn / empty account`,
  ),
  say(
    'aid',
    `financial help|support|assistance|aid / any|some|get|need help __ pay|bill|bills|paying|cost|money|energy / is there __ help|support|aid|grant / grant|grants / hardship fund / warm home / energy voucher / benefits? available / entitled to / citizens advice / stepchange / food bank / debt advice / help with my|the|paying / social worker / social tariff / priority services`,
  ),
  say(
    'payment_incident',
    `payment|card|debit|transfer|transaction __ declined|failed|rejected|refused|bounced|blocked|error|through / declined|rejected __ card|payment / can not get __ payment|card|link|page / link|page|site|website|payment|card __ not work|working|load|open|accepted|go / card __ expired|stolen|lost|blocked / direct debit __ bounced|failed|returned|cancelled / insufficient funds / error __ pay|paying|payment|page / changed __ bank|account / new bank account|card`,
  ),
  say(
    'moved',
    `moved out|house|away|home / have|i moved / no longer live / do not live there|here|at / changed|new address / left the|that|my flat|house|property|address|apartment / old address|flat|house / previous tenant / sold the|my house|flat / not live there|here`,
  ),
  say(
    'wrong_person',
    `wrong number|person / you have|got the? wrong / not the? right|that person / i am not mr|mrs|ms|miss|him|her|that|the / that is not me / it is not me / do not know him|her|them|this|that|any / never heard of / no one|nobody by|of that|this name / he|she is my ex / not my name / never been a customer / not a customer / this is not his|her|their|mr|mrs / no longer his|her number / who is mr|mrs|ms|miss / not me $ / different person`,
  ),
  say(
    'third_party',
    `i am _ son|daughter|wife|husband|mother|father|brother|sister|neighbour|friend|partner|carer|guardian|attorney|deputy / on behalf of / for my mum|mother|dad|father|son|daughter|wife|husband|gran|nan|grandmother|parents|neighbour|friend|brother|sister / my mum|mother|dad|father|son|daughter|wife|husband|gran|nan is bill|account / power of attorney / i am calling|writing for / his|her wife|husband|son|daughter|mum|mother|carer $ / this is his|her|their wife|husband|son|daughter|mum|mother|father|carer|partner|brother|sister / not the account holder`,
  ),
  say(
    'deceased',
    `died|deceased|death|passed away|widow|widower|probate|funeral / passed away|on / is dead / has died|passed / husband|wife|mother|father|mum|dad|brother|sister|son|daughter|partner|he|she __ died|passed|dead / lost my _ husband|wife|mother|father|mum|dad|brother|sister|son|daughter|partner|baby|child / executor / late husband|wife|father|mother|mum|dad`,
  ),
  say(
    'human',
    `speak|talk|chat|connect|transfer|put __ <persone>|people|team|staff|through / a|real|actual|an|another|proper|live <persone> / ^ person|human|adviser|agent|representative|operator $ / someone|somebody real|please|there / not a _ bot|robot|machine / call me _ back? / ring me / phone me / give me a call|ring / customer service|services / human being / speak to you|someone|somebody / <persone> please / real one`,
  ),
  say(
    'opt_out',
    `stop _ _ <texte> / stop _ sending / stop contacting|bothering|harassing|chasing / do not _ <texte> _ me|us|this|again|anymore / not|never _ <texte> me|us|again|anymore / never <texte> me|us / no more <texte>|messages|texts|emails|calls / unsubscribe / opt me? out / take|remove|delete me|my|this __ list|number|off / remove me / leave|let me|us alone / leave me be / do not want __ messages|texts|emails|calls|contacted|sms / stop all <texte>|messages|contact / cease contact / lose my number`,
  ),
  say(
    'opt_in',
    '^ start $ / ^ unstop $ / resubscribe / opt me? in / start texting|messaging|sending __ again / you can text|message|contact me again / text|message|contact me again',
  ),
  say(
    'repeat',
    `repeat / say __ again|that / come again / ^ what $ / ^ sorry $ / ^ pardon $ / pardon me $ / excuse me $ / did not|not catch|hear / can not hear / what did you say / once more / one more time / one more time please / again please`,
  ),
  say(
    'simpler',
    `do not understand|get|follow / not understand / did not understand|get|follow / no idea what you / simpler|simply / plain english / easier / too complicated|fast|complex / not clear / in other words / i am lost|confused / confused / confusing / simple words|terms / what do you mean / slower / makes no sense`,
  ),
  say(
    'wait',
    `wait / hold on|please / hang on / wait|for|in|on|be a sec / a sec please / one|two|five|# sec / one|a|two|five|# moment|second|seconds|minute|minutes|min $ / just a|one moment|sec|second|minute|min / bear with me / give me __ moment|minute|minutes|second|sec|time / be right back / brb / i will be back / back in / i am busy|driving|work / later $ / not now / let me check|look|see|find / i am looking / call|text|get back later`,
  ),
  say(
    'cancel',
    `cancel / forget it|that|about / never mind|nevermind / nevermind / changed my mind / scrap that|it / go back / start again|over / drop it / abandon / call it off / do not bother`,
  ),
  say(
    'correct',
    `actually / no rather / i meant / i mean / sorry i meant / make it|that # / change it|that|the|to / instead / rather # / i made a mistake / correction / not # but? # / my mistake / on second thought|thoughts / ^ no # / or rather / better make`,
  ),
  say(
    'change_commitment',
    `change|move|cancel|postpone|delay|drop __ promise|plan|payment|payments|instalment|instalments|arrangement / keep __ promise|plan|arrangement / keep up __ payments|plan / what did i promise|agree / what i promised|agreed / when is|are my payment|payments|instalment|next / change|move the|my date|day`,
  ),
  say(
    'are_you_a_bot',
    `are you __ robot|bot|machine|human|real|person|computer|ai|automated|chatbot / is this|that|it __ robot|bot|machine|human|real|automated|computer|ai|chatbot|scam|phishing|fraud / am i __ talking|speaking|texting __ robot|bot|machine|human|person|real|computer|ai|who / who are you / who is this / who am i / ^ robot|bot $ / you are __ robot|bot|machine|computer / how|where did you get|find my|this number / how __ have my number / what|which company / what is your company / who is writing|texting|calling|contacting`,
  ),
  say(
    'complaint',
    `complaint|complain|ombudsman / disgrace|disgraceful|disgusting|outrageous|unacceptable|appalling / harassment|harassing / my lawyer|solicitor / scammers|thieves|crooks|robbers|rip / take you to court / trading standards / report you / terrible|awful|worst service|company|people`,
  ),
  say(
    'erase_data',
    `delete|erase|remove|forget|wipe __ data|details|information|record|records|history|conversation / gdpr / right to be forgotten / right to erasure / personal data`,
  ),
  say(
    'consequences',
    `what happens|happen if|when|next|now / what will happen|you / what if i|we __ not / if i do not|can not pay / are|will you __ cut|disconnect|bailiffs|court|sue / cut|cutting __ off|electricity|power|gas|supply|me / cut off / disconnect* / bailiff* / debt collector* / credit score|rating|file / late fees|fee / take me to court / consequences / end up in court`,
  ),
  say(
    'identify',
    'my reference / my account number / reference number / here is _ code / my code / the code / did not get|receive _ code / no code / got the code / got|received a|your|this text|message|sms|email ___ what is _ this|it|that|about',
  ),
  say('scam', 'scam|phishing|fraud / a spam|fake / is this spam|fake'),
  say(
    'nothing_came',
    'did not|never get|receive _ it|anything|code|text|one|any / have not got|received it|anything|one|any|the / not got|received it|anything|the|any / nothing _ came|arrived|received|yet / no code / got|received nothing',
  ),
  say(
    'none',
    `no one|body will|is|can|ever|helps|cares|answers / someone else __ pay / bus stop / stop the|my payment|debit|direct / not yes / a person who / stop by / no longer / no matter / no idea / no one / of no / thanks for nothing / call centre / no later|more|earlier|less than / no rush|hurry / not before / late fee / not know|sure|say how much`,
  ),
]
