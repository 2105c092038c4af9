import { rule } from './lexicon.ts'
import type { SignalRule } from './lexicon.ts'

const fragileFr: SignalRule[] = [
  rule(
    'bereavement',
    3,
    `decede|decedee|decedes|deces|defunt|defunte / <kin> _ _ est|etes|vient|sont _? mort|morte|morts|parti|partie|disparu|eteint|eteinte|nous / <kin> est mort|morte / <kin> vient de mourir|decede|partir|disparaitre / perdu|perd|perdre mon|ma|mes|notre|son|sa _ <kin> / veuf|veuve / nous a quitte|quittes|quittee / obseques|enterrement|funerailles / suis en deuil / mort de mon|ma|mes|notre <kin> / il|elle est mort|morte le|en|il|hier|y|ce|cette|$ / fausse couche / vient de mourir`,
  ),
  rule(
    'health_device',
    3,
    `<device> a? domicile|la|maison|nuit|chez|medical|medicale|respiratoire / sous oxygene|dialyse|respirateur|perfusion|assistance / dialyse / respirateur / <device> pour __ <kin>|respirer / appareil|machine|materiel|lit|matelas medical|medicale|medicalise|respiratoire|respirer|dialyse|anti|oxygene / lit medicalise / concentrateur d oxygene / bouteille|bouteilles d oxygene / apnee du sommeil / insuline __ frigo|frais|frigidaire|refrigerateur / medicaments __ frigo|frais|refrigerateur / hospitalisation a domicile / had $ / fauteuil|monte|leve electrique|malade|escalier|personne / suis|est handicape|handicapee|invalide / handicap|invalidite / maladie|maladies grave|chronique|rare|longue|auto|orpheline / cancer|chimio|chimiotherapie|alzheimer|parkinson|sclerose|avc / hospitalise|hospitalisee / a le? hopital / suis|est tres|gravement malade / mon|ma|notre <kin> est|sont _ malade|malades|handicape|handicapee`,
  ),
  rule(
    'separation_abuse',
    3,
    `mari|compagnon|conjoint|ex|copain|femme|compagne|pere|fils|il|elle|ami|epoux __ me|nous frappe|tape|bat|violente|menace|insulte|enferme|surveille|controle|harcele|cogne|suit|brutalise|battait|frappait|tapait / me bat|frappe|tabasse|cogne|violente / violence|violences conjugale|conjugales|domestique|domestiques|familiales|mari|sur|de / violent|violente avec|envers|$ / femme battue / coups de mon / peur de mon|lui|mon mari|ex|compagnon|conjoint|rentrer / fui|fuir|quitte|quitter __ violent|violences|coups|domicile / foyer d urgence / ordonnance de protection / mon mari|conjoint|compagnon|copain|ex va|veut|essaye|essaie de? me tuer|frapper|retrouver / bloque|controle|prend|confisque __ mon|mes|le|tout argent|compte|carte|salaire|telephone / me force|oblige a|de / doit pas savoir|voir|lire|tomber que|ce|mes|sur / 3919 / viole|violee|viol / sous emprise`,
  ),
  rule(
    'separation_abuse',
    2,
    `divorce|divorcer|divorcee|separation|separe|separee|separes / mon mari|ma femme|conjoint|compagnon|compagne|copain|copine|mec|meuf|elle|il __ quitte|quittee|parti|partie|barre|barree|plaque|plaquee / quitte|quittee par mon|ma / pension alimentaire / seul|seule avec mes|les|trois|deux|# enfants|gosses|gamins`,
  ),
  rule(
    'essential_need',
    3,
    `bebe|nourrisson|nouveau|enfant|enfants|gosses|gamins|jumeaux|petit|petits|petite|enceinte __ sans|froid|plus|coupe|noir|pas de? le? electricite|chauffage|lumiere|courant|eau|gaz|chaud|manger|dans|froid|de / sans electricite|courant|chauffage|lumiere|eau|gaz|jus ___ bebe|enfant|enfants|gosses|gamins|nourrisson|enceinte|froid|degres / plus|pas de? le? d? electricite|chauffage|courant|lumiere|gaz|eau depuis|chez|a|et|avec|$ / coupe|coupee|coupes|coupure __ bebe|enfants|hiver|froid|chauffage|nourrisson / avez|ont coupe le|la|l|mon|notre / on a froid / ai|avons|meurt|meurs|creve|crevons froid|de froid / lait|biberon|biberons __ chauffer|bebe / chauffer __ biberon|lait / je suis enceinte / enceinte / bebe de # / a la rue / dors|dort|dormons|vis|vit|vivons dans _ voiture|rue / expulse|expulsee|expulsion|expulser / sans abri|domicile / sdf / plus de logement|toit`,
  ),
  rule(
    'acute_distress',
    3,
    `plus|pas vivre comme ca|cela / ^ adieu $ / craque|craquer|craques|craquee / en peux|peut plus / je peux plus $ / a bout / au bout du rouleau / au fond du|de trou|gouffre / desespere|desesperee|desespoir / crise d angoisse|panique|nerfs / crises d angoisse|panique / angoisse|angoisses|angoissee|paniquee|panique / arrete|arrive pas|plus de? a? pleurer|dormir|manger|respirer / pleure tous|toute|tout|sans|en|$ / dors plus / mange plus / depression|depressif|depressive|burn out|burnout / je sombre / je coule $ / je me noie dans|sous / plus la force / plus de force|forces|courage / a le? aide $ / au secours / pitie / m effondre|effondre|effondree / je tiens plus / perds|perdu pied / plus espoir|d espoir / vais|va devenir|devient fou|folle / ecrase|ecrasee|submerge|submergee|deborde|debordee par / fais|fait des crises / tete sous le? eau / vais pas y arriver / honte de moi / suis qu un|une|un|rien nul|nulle|rate|ratee|$ / vie __ enfer|cauchemar`,
  ),
  rule(
    'acute_distress',
    2,
    `stresse|stressee|stress|inquiet|inquiete|inquiets|angoissant|peur de|que|$ / tres mal / ca va pas du tout / mal en ce moment / moral a zero|bas / deprime|deprimee / je pleure / epuise|epuisee / a cran / honte|honteux|honteuse / tracasse|tracassee`,
  ),
]

const hardFr: SignalRule[] = [
  rule(
    'income_shock',
    2,
    `perdu|perd|perds|perdre|pers mon|ma|le|son|notre _ boulot|travail|emploi|job|poste|taf|salaire|place|entreprise|revenu|revenus / licencie|licenciee|licencies|licenciement / vire|viree de mon|du|ma|$ / chomage|chomeur|chomeuse / au rsa / rsa / suis|est _ arret maladie|travail / arret maladie|travail|longue / en arret $ / fin de contrat|droits|mission|cdd / cdd __ fini|termine / cdd|contrat __ pas renouvele|prolonge / plus de travail|boulot|emploi|taf|job|salaire|revenu|revenus / sans emploi|travail|boulot|revenu|revenus|salaire / pas|plus travaille|bosse / pas _ paye|paie|salaire|recu mon ce|recu|salaire|encore / salaire|paie|paye|alloc|allocs|allocations|retraite|pension|rsa|apl __ retard|baisse|diminue|bloque|bloquee|coupe|suspendu|suspendue|pas|supprime|reduite / redressement judiciaire / liquidation|faillite|depot de bilan / chomage partiel / baisse de revenu|revenus|salaire / retraite de # / petite retraite|pension / heures __ reduites|baisse / france travail|pole emploi`,
  ),
  rule(
    'hardship',
    2,
    `peux|peut|pourrai|pouvons|pourra pas|plus _ payer|regler|assumer|suivre / pas|plus _ argent|sous|thune|thunes|fric|rond / pas|plus|aucun les? moyens / pas de quoi payer|manger|vivre|regler / plus rien __ compte|frigo|manger|fin|mois / arrive|arrivons|arrivais pas|plus a? _ payer|boucler|joindre|finir|suivre|en|sortir / fins? de mois difficile|difficiles|dur|dures|compliquee|compliquees / boucler|finir le|les|mes fins?|mois|fin / joindre les deux bouts / a decouvert / decouvert / dans le rouge / compte a? sec|vide|bloque|negatif / fauche|fauchee|ruine|ruinee|a sec / galere|galeres|galerer / difficultes|difficulte financiere|financieres|financierement|argent|payer|en|ce|$ / ce est difficile|dur|complique|chaud|tendu|serre __ moment|ce|financierement|$ / situation _ difficile|compliquee|delicate|precaire / moyens limites / budget serre / restos du coeur|coeurs / secours populaire|catholique / banque alimentaire / saute|sauter|sautons des? un? repas / rien|pas a|de manger / pas mange|mangeons / nourrir mes|les|ma|mon / choisir entre|manger / creve|crevons|meurt de faim / pauvre|pauvres|precaire|precarite / minima sociaux / minimum vieillesse / aah / trop _ factures|credits|charges / mois difficile|difficiles / mal a payer|finir|boucler|joindre`,
  ),
  rule(
    'over_indebtedness',
    2,
    `surendett* / surendetement / banque de france / crible|criblee de dettes / plein|pleine|trop|tas|noye|noyee|plusieurs|beaucoup de? dans? les|mes? dettes|credits|huissiers / dettes partout|de|$ / credits a la consommation|conso / credit revolving / interdit bancaire / fiche|fichee banque|ficp|a / ficp / huissier|huissiers|saisie|saisies|saisi sur|mon|compte|chez|deja|$ / commissaire de justice / rachat de credit / dossier de surendettement / recevab* / emprunte|emprunter pour payer / rembourse|rembourser mes|des|plusieurs credits|dettes|prets`,
  ),
  rule(
    'capability',
    2,
    `sais|sait pas|plus lire|ecrire / illettre* / parle|parler|comprends|comprend pas|mal|peu bien? le? francais / francais pas|mauvais / tutelle|curatelle|tuteur|curateur|tutrice|curatrice / sous sauvegarde / vois|voit|entends|entend mal|plus|pas bien|$ / malvoyant*|aveugle|sourd|sourde|malentendant* / je suis vieux|vieille|age|agee / ai # ans / tres age|agee / perds|perd la memoire|tete / oublie tout / trous de memoire / pas _ internet|ordinateur|smartphone|telephone / sais|sait pas __ internet|ordinateur|faire|utiliser|servir / dyslexi* / deficien* / pas doue|douee|habitue __ internet|ordinateur|telephone|ca / interprete`,
  ),
  rule(
    'dispute',
    1,
    `conteste|contester|contestation / vous vous trompez / erreur __ facture|calcul|montant|releve|compteur|index|facturation / facture|montant|index|releve|calcul __ faux|fausse|errone|erronee|anormal|anormale|incorrect|incorrecte / pas d accord / jamais|pas consomme / ce est une erreur / deja paye|regle|payer|payee / litige / injustifie|injustifiee / comprends|comprend|compris|compren pas|rien __ facture|montant|papier`,
  ),
  rule(
    'hostility',
    1,
    `voleur|voleurs|volez|escroc|escrocs|arnaque|arnaqueurs|arnaqueur|bandits|mafia|pourris|ordures|ordure|connard|connards|connasse|salaud|salauds|salopards|salope|encule|encules|batards|batard|pd|fdp|ntm|debile|debiles|cons|abrutis|abruti|cretins|imbeciles / bande de / va|allez te|vous? faire foutre|voir|enculer|mettre / va te faire / merde / putain / faites|fait chier / me|nous emmerd* / je vous emmerde / emmerd* / foutez|foutre|fichez|fous|fiche|lache|lachez|laisse moi la|le|tranquille / vous me soulez|saoulez|gonflez|cassez|faites / ras le bol / ras le cul / marre de vous|vos|ces|cette|ce|votre / ce est vraiment? honteux|honteuse / scandaleux|inadmissible|inacceptable|scandale / harcele|harceler|harcelez|harcelement / ta gueule / ferme la / se moque|moquez|foutez|fout de|du nous|moi|monde|gueule / incapables|incompetents|nuls`,
  ),
]

const english: SignalRule[] = [
  rule(
    'bereavement',
    3,
    `<kine> _ _ died|dead|passed / passed away / has|have died / <kine> is death / deceased / lost my|our|his|her _ <kine> / widow|widowed|widower / funeral|bereaved|bereavement|grieving / late husband|wife|father|mother|mum|dad|partner / miscarriage|stillborn / death of my|our|the|his|her / she|he died|passed`,
  ),
  rule(
    'health_device',
    3,
    `oxygen|dialysis|ventilator|nebuliser|cpap|stairlift|defibrillator|pacemaker / medical|breathing|feeding|sleep equipment|machine|device|pump|apnea|apnoea / electric wheelchair|bed|hoist / insulin __ fridge / medication|medicine __ fridge|refrigerated / i am|is|am|she|he|very|seriously|terminally disabled|ill|sick|unwell / disability|disabled / cancer|chemo|chemotherapy|dementia|alzheimers|parkinsons|stroke|ms $ / in|into hospital / hospitalised / <kine> is _ ill|sick|disabled / serious|chronic|long|mental illness|condition|term|health`,
  ),
  rule(
    'separation_abuse',
    3,
    `hits|beats|hit|beat|beating|hitting|abuses|threatens|threatened|controls|hurts|abusing|stalking|stalks|strangled|punches me / abusive|violent husband|wife|partner|ex|relationship|boyfriend|father|$ / abusive / domestic violence|abuse / women is|s? refuge / afraid|scared|frightened of|what my|him|her|he|she husband|partner|ex|wife|boyfriend|will|would|$ / fled|fleeing|escape|escaped|left __ violent|abusive|abuse|violence / restraining order / takes|took|controls __ my|all|the money|wages|account|card / must not|can not know|find|see / coercive|raped|rape / he is violent`,
  ),
  rule(
    'separation_abuse',
    2,
    `divorce|divorced|divorcing|separated|separation|splitting|broke up / husband|wife|partner|boyfriend|girlfriend|he|she left|walked me|out|us / single mum|mother|dad|father|parent / child maintenance`,
  ),
  rule(
    'essential_need',
    3,
    `baby|newborn|kids|children|toddler|pregnant __ cold|no|without|freezing|dark|hungry / no|without heating|heat|power|electricity|gas|water|hot|light __ baby|newborn|toddler|kids|children|winter|since|days|house|home|at|$ / cut|turned|switched off my|our|the / been cut|disconnected off? / freezing|cold __ house|home|flat|in|here / i am pregnant / pregnant / homeless / evicted|eviction|evict / sleeping in my|the|a car / no roof / sleeping rough / have not eaten / nothing to eat / can not feed __ kids|children|baby|family|myself / warm __ bottle|milk|baby`,
  ),
  rule(
    'acute_distress',
    3,
    `can not cope|take|anymore|any / can not take it|this|any / at my wits|breaking|limit|end / end of my rope|tether / breaking down|point / desperate|despair|hopeless|helpless / panic attack|attacks / panicking / nervous breakdown / can not stop crying|shaking / can not sleep|eat|breathe / depressed|depression / drowning in / falling apart / losing my mind / going crazy|mad / no strength / please help|help me please|me $ / i am a failure|worthless / worthless / given up / giving up / lost all? hope / no hope / had enough of everything|life / can not do this anymore / overwhelmed / living hell|nightmare / at breaking`,
  ),
  rule(
    'acute_distress',
    2,
    `stressed|stress|worried|anxious|anxiety|scared|afraid|ashamed|embarrassed|exhausted|upset|crying|frightened / not coping / feeling low|down / worried sick`,
  ),
  rule(
    'income_shock',
    2,
    `lost|losing|lose my|his|her|our|the _ job|work|income|business|employment / made|been redundant|laid / redundant|redundancy / laid off / fired|sacked|dismissed / unemployed|jobless|unemployment / out of work / no job|work|income|wages / off sick / sick pay|leave / zero hours? / hours cut|reduced / pay|wages|salary|benefits|pension __ late|cut|stopped|reduced|delayed|sanctioned|down / not been|got|yet paid __ yet|this|by / universal credit / furlough* / contract ended|finished / bankrupt|bankruptcy|liquidation / on benefits`,
  ),
  rule(
    'hardship',
    2,
    `can|could not _ pay|afford|manage / unable|not able to pay|afford / do not have __ money|cash|enough|it / have not got __ money|cash|enough|it / no money|cash|funds / broke|skint|penniless $ / i am _ broke|skint / struggling|struggle / financial difficult*|hardship|trouble|problems / financially / money is|very|really tight|short / tight __ month|moment|now / ends meet / food bank|banks / heat or eat / skip|skipping|skipped meals / overdrawn|overdraft / nothing left / hard|difficult|tough time|times|month|moment|at|right / living __ paycheck / poor $ / out of money / behind on|with / can not keep up / feed|feeding my|the kids|children|family`,
  ),
  rule(
    'over_indebtedness',
    2,
    `over|up|in to? __ debt|debts / debts everywhere / too much|many debt|debts|loans|credit / bailiff* / enforcement agent*|officer* / debt collector* / iva|dro / debt relief|management|consolidation / payday loan|loans / maxed out / bankrupt* / insolven* / breathing space / owe __ everyone|everybody|people|companies`,
  ),
  rule(
    'capability',
    2,
    `can not read|write|see|hear / do not speak|read|understand english|well / english is not|poor|bad|second / my english / deaf|blind|dyslexic|dyslexia|visually|partially / hard of hearing / learning disab*|difficult* / power of attorney / guardian|deputyship|attorney / elderly / i am # years|year / memory problems|loss / forget everything|things / no internet|computer|smartphone / do not know how to use / not good with computers|phones|technology / interpreter|translator / autis* / i am old`,
  ),
  rule(
    'dispute',
    1,
    `dispute|disputing|contest / bill|amount|reading|charge|total __ wrong|incorrect|mistake|error / wrong bill|amount|reading / mistake|error on|in|with / overcharged / already paid|settled / not my bill|debt|account / i disagree|do not agree / do not understand __ bill / not right $`,
  ),
  rule(
    'hostility',
    1,
    `thieves|thief|crooks|crook|scammers|scam|robbers|bastards|bastard|idiots|idiot|morons|moron|clowns|parasites|vultures|scum|assholes|asshole|arseholes|wankers|wanker|pricks|cunts|bitch / fuck* / shit|bullshit|crap|bloody / piss off / screw you / go to hell / leave me alone / sick of you|your|this|these|being / fed up / disgrace|disgraceful|disgusting|outrageous|ridiculous / shut up / rip off|ripping / harassing|harassment|harass / stop harassing / how dare`,
  ),
]

export const signalRules: SignalRule[] = [...fragileFr, ...hardFr, ...english]
