import { rule } from './lexicon.ts'
import type { SignalRule } from './lexicon.ts'

/** Writes `a|$` (a word, or the end) as the two phrases it stands for. */
function withEnds(phrase: string): string[] {
  const both = /^(.* )(\S*)\|\$$/.exec(phrase)
  return both ? [`${both[1]}${both[2]}`, `${both[1]}$`] : [phrase]
}

/** Danger (grade 4), its phrases written as in `rule`. */
export function composed(kind: SignalRule['kind'], phrases: string): SignalRule {
  const written = rule(kind, 4, phrases)
  return { ...written, phrases: written.phrases.flatMap(withEnds) }
}

/** Danger composed of word classes: a wish and a death, a reflexive and a killing, a height and a leap. */
export const composedRules: SignalRule[] = [
  composed(
    'suicide_selfharm',
    `<wishes> _ _ _ <die> / <wishes> _ _ partir que de? vivre|rester|souffrir|subir|continuer|survivre / <wishes> _ _ que je|j meure|creve|disparaisse|claque /
    me|se <killing> / je|j me <kills> / il|elle|mari|femme|fils|fille|mere|pere|frere|soeur se tue|tuera|pend|pendra|suicide|suicidera|flingue /
    en finir avec la|ma|sa vie|existence / mal en finir / <wishes> __ en finir $ / en finir ce soir|cette nuit|pour toujours|bon|pour de|definitivement / que je en finisse ce|pour|une|maintenant|$ /
    me|se jette|jeter|jetterai|jetterais|jetait|jetais|balance|balancer|balancerai|balancerais|foutre|fous|foutrai|lance|lancer ___ <height> / sauter|saute|sauterai|sauterais|sautera|plonger|plonge du|d|par|de|dans|depuis|sous __ <height> / sous un|le|les train|rer|metro|bus|camion|tram|roues|rails / foncer|fonce|planter|plante|encastrer ___ platane|arbre|ravin|camion / dans le|un mur|platane|ravin a fond /
    me|se foutre|fous|fout|foutrai|foutrais|foutra en lair / m en lair / foutre en lair $ /
    dormir|dors|endormir|endors|endorme|sommeil|dormirai|endormirai ___ toujours|eternel|eternellement / plus|pas|jamais|jms __ me|se reveille|reveillais|reveiller|reveillait|reveillera|reveillerai / me|se reveille|reveillais|reveiller|reveillait|reveillerai plus|jamais|jms|pas plus? / pas|plus|jamais me lever demain|ce matin /
    envie|envies|idees|pensees|pensee de|d _ mort|mourir|suicide / attends|attend|attendre plus? que|la|le _ _ mort|fin / a la mort tous|chaque|souvent|jour / mort me|m attire|delivre|delivrera|delivrerait|appelle|libere|liberera / mort est|sera|serait __ solution|issue|sortie|delivrance|liberation|option / <wishes> __ la mort /
    me|se taillade|taillader|lacere|lacerer|mutile|mutiler|entaille|ecorche|scarifie / me|se coupe|couper|coupais|brule|bruler|brulais|griffe|griffer les? mes? <body> / ouvert|ouvrir|ouvre|tailler|taille les|mes|ses veines|poignets|poignet|bras / me blesser|mutiler|detruire|punir volontairement|expres|expre|$ /
    avale|avaler|avalerai|gobe|gober|ingurgite|prendre|prends|prendrai|prise|prenait __ tous|toutes|toute|boite|boites|plaquette|plaquettes|surdose|tas __ <pills> / tous|toutes mes|les|ses|ces <pills> / avale|gobe|avaler|gober|avalerai des|mes|les|ses|tes|du|mon|trop <pills> / trop de <pills> ___ dormir|finir|reveiller|mourir / surdose|od ce|hier|volontaire|de|deja /
    corde __ cou|pret|prete|plafond|poutre|grenier|achetee|garage $ / part|plus|que|reste|reste qu|sauf la|une corde $ / bout de|d _ corde /
    <not> __ <wishes> de? vivre / <not> a? le? la? envie|gout|force|courage|raison|raisons|interet de|d|a|pour _ vivre|exister / vivre <not> / <not> vivre $ / cesser|arreter|arrete|cesse de vivre|respirer|exister / plus la peine de vivre|exister /
    moi vivant|vivante plus|pas|jamais / je|j merite|meriterais de mourir|crever / aurais|aurait du mourir|crever|y rester / aurais _ mieux fait de mourir|crever|y / pas|jamais du naitre / mieux jamais ne|nee / plus|pas fait pour vivre / ferais mieux de mourir|crever|disparaitre /
    de deux|2 doigts de|d me|se|en sauter|finir|tuer|pendre|passer|jeter|foutre / passer|passe|passerai a le? l? acte / commettre|commettrai|commette le? l? irreparable / faire|fasse|ferai|fera le? l? irreparable / irreparable / geste|acte desespere / tentative|tentatives __ medicaments|medicamenteuse|suicide|pendaison|hopital / ts $ / fait une|deux|des ts /
    monde __ se porterait|serait|irait|portera|tournera mieux sans / mieux sans|loin moi|lui|elle $ / mieux lotis|lotie|heureux sans moi / personne __ remarquerait|remarquera|verrait|manquerai|manquerais|pleurera|pleurerait / manquerai|manquerais a|pas|personne`,
  ),
  composed(
    'suicide_selfharm',
    `want|wants|wanted|wish|wishes|rather|hoping|hope|hopes|pray|praying|ready|tempted|prefer|better|easier _ _ _ die|dead|dying|death / thinking|think|thinks|thought|thoughts|talk|talks|talking|dream|dreams of|about|on __ dying|suicide|death|ending|jumping|overdosing|hanging|killing|drowning / feel|feels|felt like dying|ending|jumping|dead|giving up on life /
    jump|jumping|jumped|throw|throwing|leap|leaping off|from|in|under|out|into|myself|himself|herself ___ bridge|roof|building|train|trains|window|balcony|cliff|tracks|tube|lorry|bus|river|traffic|ledge / walk|walking|step|stepping|lie|lying in|into|under|on|out|front __ traffic|train|trains|tracks|sea|river|lorry|bus|cars / drive|driving|crash|crashing ___ tree|wall|cliff|bridge|river / off a|the bridge|cliff|roof|ledge|balcony / front of a|the train|tube|lorry|bus /
    kill|killing|killed|hang|hanging|hanged|hung|hurt|hurting|harm|harming|shoot|shot|drown|drowning|cut|cutting|cuts|poison|gas|starve|starving|burn|burning|unalive|strangle|stab myself|himself|herself|themselves|themself|ourselves|meself|mself / kys|kms / kill|hang|hurt my|him|her self / cut|cutting|cuts|slit|slitting|slash|slice|burn|burning|scratch my|his|her|their|both|own <body> / self harm*|injur* / selfharm* /
    end|ending|ended|ends|finish|take|taking|took|takes|taken my|his|her|their|your own? life|lives / took|take|taken her|his|my own / end|ending|finish|finishing it|things tonight|tomorrow|soon|now|today|all|altogether|here|forever|permanently|myself / end|ending it $ / not _ want|wanna to? _ _ wake|exist|live|alive|be here|alive|anymore|around|up|$ / not want to be here anymore|any|any longer / want to not|stop exist|existing|living|wake|be|breathing / stop|stopped living|existing|breathing / rather not be|wake|exist|live $|here|up|alive /
    not wake|waking up / never wake|waking|woke up / hope|wish|pray|praying i|that do|did|does|will|would|could|never|was|were|had|just __ wake|die|dead|exist|born|end|disappear|vanish / go|going|fall to? sleep|asleep and|forever|for never|not|ever|good / sleep and|forever never|not|$ / close my eyes and|for not|never|forever|good /
    no|any|without|point|reason|nothing|sense|use __ to|in|for|of keep? keep|be|being|live|living <livingEn> / no|without|any|other reason|point|sense|use to? in? of? <livingEn> / reason|reasons|point|will|strength|energy to keep? go|carry|live|living|keep|be|stay on|alive|living|$ / lost|lose|losing the|my|all will to live / will to live / not want|wanna this life / not worth <livingEn> / life not|is|has|feels __ worth|over|pointless|meaningless|finished|point|meaning|nothing / my life is|was|s over|ended|finished|done / so|sick|tired|done|over|fed|enough|weary of|with|up __ life|living|being|existing|existence / hate my life / can not|never _ live|go|exist anymore|any|like|longer / can not _ _ living|going like|anymore|on|any / could not|never live with / do not see|have a future|tomorrow|way|point $ / cannot|not see any? a? way out|forward|through|other /
    better off _ _ dead|gone / better off without me|us $ / better _ without|if me|i / happier|better without|when|if me|i / nobody|noone|anyone|one|no would|will|d|even|is _ miss|notice|care|mourn|cry __ if|when|me|i / be missed $ / waste of space|oxygen|air / worth more dead / no use to anyone|anybody / burden / be|am|becoming|being a drag on /
    by the time you __ read|get|hear|see __ gone|dead|late|over / i|she|he will|would|ll be gone|dead $ / will|ll not be around|here|alive / you will|ll|d? never|not see|hear me|from again|any / gonna|going to do it tonight|this|now|today|soon / do something i|to can|will|myself not|regret / do something to myself|himself|herself / gonna|will|would|might do it $ / cannot|not trust myself|be / not safe with|from|on|alone|to|by myself|my|him|her|be / not safe from / afraid|scared of|what what|i|myself i|myself|might|may|will do / harm to myself|himself|herself / plan|planned|planning|way|ways|method|how to end|kill|die|do myself|it|my|painlessly / painless way|death|ways / want|need|just _ pain to stop|end|go / want|wants|need it|this|everything all? to stop|end|be over / over with $ /
    overdose|overdosed|overdosing|take|taken|took|taking|swallow|swallowed|swallowing|neck|necked __ all|whole|bottle|bunch|box|packet|too|handful|load|lots ___ <pills> / too many <pills> / all|whole|bottle of? my|the|her|his|these <pills> / on suicide|death watch|row / rip me / would|will be|b dead|gone by|before|soon|tomorrow|tonight / when i am gone / after i am gone`,
  ),
  composed(
    'threat',
    `vais|va|veux|viens|venir|compte|jure|allons _ vous|te|le|la|les|tous|leur|lui _ tuer|buter|flinguer|egorger|cramer|demolir|defoncer|massacrer|crever|saigner|eclater|fracasser|tabasser|etrangler|demonter|lyncher / vais|va|veux|venir|compte _ vous|te|les frapper|planter|fumer|descendre|exploser|bruler|taper|trouer un|vous|tous|moi|$ / vais|va|veux le|la|lui planter ton|votre|$ / vais|va vous|te|les|lui faire|casser la|ta|sa|votre peau|gueule|bras|jambes|figure|tete / vais|va|veux vous|te|lui|leur faire|fera du mal|payer cher|regretter / vous|te|les retrouver|retrouverai _ et|chez|vous|un|ou|je _ / te|vous|les ferai|fera|ferais la peau / faire la peau / vais|va|peux vous|te|les retrouver et|$ / mort a vous|toi $ / va|vais|ira avoir|y un|des morts|mort / menace|menaces de mort / sang va couler / verser le sang / compte tes|vos jours|os / fais gaffe a toi|vous / surveille|surveillez ton|vos|votre|tes dos|arrieres|enfants / je sais ou|l ecole|habitent|vivent vos|tes|ton|votre|tu|vous`,
  ),
]
