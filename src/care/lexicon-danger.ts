import { aroundRules } from './lexicon-around.ts'
import { composedRules } from './lexicon-composed.ts'
import { veiledRules } from './lexicon-veiled.ts'
import { rule } from './lexicon.ts'
import type { SignalRule } from './lexicon.ts'

/** Danger in French: said outright, veiled, conditional, of oneself or of someone near. */
const dangerFr: SignalRule[] = [
  rule(
    'suicide_selfharm',
    4,
    `suicid* / veux|voudrais|voulais|veut|vais|va|aimerais|souhaite|prefere|prefererais|preferais|pense|songe|reve|envie|vaut|vaudrait pas|plus? _ mourir / envie de mourir|crever|disparaitre|partir $ / envie de en finir / a|de|vais|va|peux|veux|veut|voudrais|veulent|pense|pensez|parle|voulais|aimerais|pour|dois en finir / en finir avec _ vie|jours|tout / en finir avec tout / veux|vais|voudrais|pense pas|plus? a? mourir /
    mourir $ / autant|plutot mourir|crever $ / mieux mourir|mort|morte / mieux que je|j meure|disparaisse|creve / je|j meurs|meure|creve $ / veux|vais|voudrais|autant|prefere|preferais|envie pas|plus? de? crever $ / je voudrais|aimerais etre mort|morte / envie|prefere|preferais|prefererais|mieux|veux|veut|voulais|autant etre mort|morte / etre mort|morte $ / serais|serai|sera|serait mieux _ mort|morte / que je serai|serais|sera mort|morte / quand|si je serai|serais|suis|sera mort|morte /
    veut|va|voulait|essaye|essaie|tente|parle|menace|pense|dit|capable|peur|jure|envie|failli de? que? il? elle? a? va? veut? se tuer|pendre|supprimer|flinguer|buter|noyer|ouvrir|defenestrer|immoler|foutre|jeter|balancer|tailler|suicider / vais|veux|voudrais|envie|pense|pensais|voulais|peux|pourrais|capable|prefere|failli|songe|allais de? a? pas? me tuer|pendre|supprimer|flinguer|buter|noyer|ouvrir|defenestrer|immoler|crever|descendre|foutre|jeter|balancer|tailler / je me tue|pends|supprime|flingue|noie|bute|jette|defenestre|immole|suicide|tuerai|pendrai|flinguerai / me tuer|pendre|supprimer|flinguer|noyer|immoler|defenestrer $ / me|se tuer|pendre|flinguer ici|ce|cette|demain|devant /
    me|se foutre|fous|fout|foutrai|foutre en le? air / me|se fous|foutre|fout par|une|sous / me|se mets|mettre|met|tire|tirer une balle|balles / de se|me|s tuer|suicider|pendre|supprimer|flinguer $ / balle dans la tete / me|se jette|jetter|jeter|jetterai|balance|balancer sous|par|dans|du|d / sous un|le train|metro|rer|bus|camion / sauter du|d|par|de _ pont|fenetre|balcon|toit|immeuble|etage / me|se ouvrir|ouvre|taille|tailler|couper|coupe les? veines|poignets / ouvrir les veines / tailler les veines / me scarifi* / scarifi* / automutil* / mutil* / me faire|fais|ferai|fait _ du mal / me faire mal expres / avaler|avale|prendre|pris|prends ___ cachets|medicaments|medocs|comprimes|somniferes __ finir|mourir|dormir|tous|toute|toutes|boite / tous mes|les cachets|medicaments|comprimes|somniferes / toute la boite __ medicaments|cachets|comprimes|somniferes / overdose /
    mettre fin a _ jours|vie|mes|ses|ma / mettre fin a tout / mettre un terme a _ jours|vie / fin a mes|ses jours / fin a ma|sa vie / quitter ce monde / me? en aller pour de? bon|toujours / partir pour de? bon|toujours / disparaitre pour de? bon|toujours / dormir et plus|jamais __ reveiller / m endormir et plus / plus _ me reveiller / jamais me reveiller / plus jamais me reveiller / <want> disparaitre $ / disparaitre de cette terre|la surface / attente|attenter a mes|ses|ma|sa jours|vie / passer a le? acte / idees|pensees noires|suicidaires|morbides / envies noires`,
  ),
  rule(
    'suicide_selfharm',
    4,
    `si|quand|lorsque je suis|serai|serais|etais plus la|ici / si|quand je serai|serais|suis|etais plus _ monde / plus la tout le monde / tout le monde __ tranquille|soulage|mieux sans / mieux|tranquilles|heureux|soulages sans moi / mieux si je suis|etais|existais|disparais|disparaissais plus? / monde __ mieux sans moi / sans moi __ mieux|tranquille|tranquilles|heureux / serez|seront|sera|serait|seraient|serais tous? tous? _ debarrasse|debarrasses|debarrasser|tranquille|tranquilles de moi / debarrasse|debarrasses|debarrasser de moi /
    vois|voit|trouve plus|pas _ issue|sortie / plus de solution|issue|espoir que|sauf|a|pour|il|je $ / seule|unique solution __ mourir|mort|disparaitre|finir|partir / a quoi bon __ vivre|continuer|rester|exister|vie / a quoi bon $ / a quoi ca sert _ vivre|continuer|exister / plus|pas|aucune|jamais envie|gout|raison|force|courage|interet de? a? vivre / plus gout a la? rien|vie / pas|plus|rien|aucun sens _ vivre|vie / ma vie a|est|vaut plus|pas|rien|foutue|finie / vie vaut plus|pas|rien __ peine|coup|vecue / ma vie est finie|foutue|terminee / vaut plus|pas _ peine|coup de vivre / plus la force de vivre|continuer / plus vivre $ / veux|peux|supporte|arrive|pourrai plus vivre $ / veux plus vivre|exister|etre|de cette|continuer / plus continuer a vivre / plus _ rien ___ vivre / rien ne? _ retient|rattache / plus rien me? retient|rattache / retient plus|rien a|ici / fatigue|fatiguee|marre|assez de vivre|la vie / de vivre $ / marre de vivre|exister /
    ecrit|ecris|fait|laisse|redige|prepare _ lettre __ adieu|adieux / lettre d adieu / mes adieux / adieu a tous|tout|mes|ma / adieu mes|ma / ce est un adieu / derniere fois que vous _ entendez|lisez|parlez / vous entendrez plus|jamais|pas parler de moi / me reverrez|verrez|reverra|verra plus|jamais|pas / demain je serai|serais|suis plus _? la|ici / serai|serais plus _? la demain|quand|pour / serai plus de ce monde / plus de ce monde / ma mort sur|vous|votre / mort sur la conscience / vous aurez|avez|auriez ma|une|sa mort|vie sur / retrouver|retrouve|retrouverez|trouver|trouverez mon corps|pendu|pendue|mort|morte / mon enterrement|obseques ce|bientot|vous / tout prepare pour partir / ai une? arme|corde|fusil __ moi|prete|pret / ce est decide __ finis|finir|mourir|pars / je suis de trop __ terre|monde|ici $ / un poids pour|tout __ monde|famille|proches|enfants|autres / envie de tout arreter $ / je veux tout arreter $ / que ca se arrete|s'arrete pour toujours / je compte pour personne / existe|exister plus $ / veux plus etre la|ici`,
  ),
]

/** Danger in English. */
const dangerEn: SignalRule[] = [
  rule(
    'suicide_selfharm',
    4,
    `suicid* / gonna|wanna|will|to kms / kill|killing|killed|hang|hanging|hurt|hurting|harm|harming|shoot|shooting|drown|drowning|cut|cutting|poison myself|himself|herself|themselves|themself / kill|hang|harm my self / end|ending|take|taking|took|finish my|his|her|their own? life / end|ending it all / end it $ / end it now|today|tonight|here|once / ending it $ / end things $ / want|wants|wanted|ready|going|rather|prefer|wish|like|hoping|hope to? i? die|dead|disappear $ / want|wants|wanted|ready|going|rather|wish|would|like to? i? die|dead / want|wants to be dead / be dead $ / i|id|am wish|hope i|am was|were|had dead|died|gone|never / rather be dead / rather die $ / do not want to die / not want to live|exist|wake|go|be|carry here?|on|alive|up / want to die / wanna die / feel like dying|ending / thinking of|about dying|ending|killing|death / thoughts of ending|dying|death|suicide|harming / self harm* / selfharm* / overdose / od on / take|taken|took|swallow __ all|whole|bottle|my pills|tablets|meds / all my pills|tablets|meds / slit my|his|her wrists|wrist|throat / cut my wrists|veins / jump off|from|in|under|out __ bridge|roof|building|train|window|balcony / under a train|bus|lorry / bullet in|through my|his|her head|brain / blow my|his|her brains / put a gun / top myself|himself|herself / do myself in / do away with myself / throw myself`,
  ),
  rule(
    'suicide_selfharm',
    4,
    `no point __ living|life|going|carrying|anymore|alive|on / what is the point of? __ living|life|going|carrying|anymore|alive|on / what is the point $ / nothing|no reason|anything left? to live for / no reason to live / nothing left to live / reason to live|go|carry on? / tired|sick of living|life|being alive / can not go|carry on $ / can not go|carry on living|like|any|this|with / not worth living|it / life is not|no|over worth|longer / if|when|once i am gone|dead|not / i am not here|around __ everyone|anymore|better|tomorrow / everyone|they|family|kids __ better off / better off without me / better off if i|we / world __ better without me / burden to|on everyone|my|you|them / will not be here|around __ tomorrow|much|long|longer|when / will not be a problem|around much|any longer|more / not be around|here much|any|for longer|more|tomorrow / goodbye letter|note / said|saying|written|wrote|write my|his|her|a goodbyes|goodbye / suicide note / never hear from me $ / never wake|waking up / go to sleep and not|never / do not want to wake / sleep forever / wish|hope i could|would not|never disappear|wake|exist / my death on|is|will your|on / blood on your|on hands / will find me|my dead|body|hanging / cease|stop existing / do not want to exist|be here / not want to be here|alive / want it all to end|stop / make it all stop|end / one way|only way out $ / only way out is / have got? __ rope|gun|pills ready`,
  ),
]

/** Threats against the staff or others: the security of people first. */
const threats: SignalRule[] = [
  rule(
    'threat',
    4,
    `je vous|te|les tue|bute|flingue|creve|defonce|egorge|crame|tuerai|buterai|brulerai / avec un|mon fusil|arme|couteau|batte|flingue|bidon / foutre|mettre le feu / mets|mettrai|fous|foutrai|vais mettre|foutre? le feu / faire sauter|exploser __ agence|bureau|bureaux|immeuble|siege|tout / poser une bombe / une bombe dans|chez|a / sais ou vous|tu habite|habitez|habites|travaillez|bossez|travailles / vais vous? trouver et / casser|peter la gueule|figure|tete / vous allez|va le regretter|payer cher|crever / je vais en buter|tuer|prendre un|une|quelqu / tuer quelqu|mes|les|tout|ma|mon|tous|vos|un / prendre __ otage|otages / kalach* / attendre|attends a la sortie`,
  ),
  rule(
    'threat',
    4,
    `kill|shoot|stab|hurt|beat|burn|smash|murder|strangle you|him|her|someone|somebody|everyone|people|your / kill|shoot|stab|beat|murder|burn them $ / kill you|them all / kill all of you / burn __ office|building|place|down / burn your|the / bomb|petrol __ office|building|your|place / come|coming|turn|turning __ with|down|up a? __ gun|knife|bat|hammer|petrol / with a gun|knife|bat|hammer / know where you|she|he live|work|lives / find out where you live|work / i will find you|where / come|coming for you / break your|his|her|their legs|neck|face|jaw|arms / beat you|them up / put you in hospital / you will regret|pay for / going to hurt someone|somebody|you / set fire / wait|waiting for you outside / blow up / take hostage|hostages`,
  ),
]

/** Somebody's safety at home: fumes of burning indoors, a device that keeps alive without power. */
const unsafeHomes: SignalRule[] = [
  rule(
    'essential_need',
    4,
    `barbecue|brasero|groupe electrogene|charbon|rechaud|camping __ chauffer|interieur|salon|chambre|dedans|appartement|maison / chauffe|chauffer|chauffons avec|au ___ barbecue|brasero|charbon|four|gaziniere|rechaud|bougies / intoxication|intoxique|intoxiques / odeur|sent|fuite de? le? gaz / sent le gaz / respirateur|oxygene|ventilateur|dialyse|machine|appareil ___ arrete|eteint|coupe|marche|fonctionne|batterie plus?|pas? / bbq|barbecue|charcoal|camping __ indoors|inside|room|heat|warm / heating|heat|warm __ with|using|by __ barbecue|bbq|charcoal|oven|stove / smell|smells of? gas / gas leak / ventilator|oxygen|dialysis|machine|concentrator __ stopped|off|failing|battery|working`,
  ),
]

export const dangerRules: SignalRule[] = [
  ...dangerFr,
  ...veiledRules,
  ...composedRules,
  ...aroundRules,
  ...dangerEn,
  ...threats,
  ...unsafeHomes,
]
