import type { SaidTag } from '../intents.ts'
import type { Phrases } from '../pattern.ts'

const say = (tag: SaidTag, phrases: string): Phrases<SaidTag> => ({
  tag,
  phrases: phrases.split(/\s+\/\s+/).map((phrase) => phrase.trim()),
})

/** French phrases of each intent, in the notation of `pattern.ts`. */
export const intentsFr: Phrases<SaidTag>[] = [
  say(
    'greet',
    '^ bonjour|bonsoir|salut|coucou|hello|allo|rebonjour / bonne journee a vous bonjour',
  ),
  say('thanks', 'merci|remercie / c est gentil / je vous remercie'),
  say(
    'goodbye',
    'au revoir / aurevoir / bonne journee|soiree|nuit|continuation / a bientot / a plus $ / bye / adieu $',
  ),
  say(
    'affirm',
    `^ oui / oui $ / ^ ok / ok $ / ^ d accord / d accord $ / ^ dac / ca marche / ca roule / ca me va / ca me convient /
    ca convient / parfait / entendu / ^ exact / exactement / tout a fait / ce est ca / ce est bien ca / ce est bon $ /
    ce est bien moi / ce est moi / bien sur / bien entendu / volontiers / avec plaisir / ^ absolument / je confirme /
    confirme $ / ^ je valide / ^ valide / ^ si $ / ^ go $ / je suis d accord / pas de probleme|souci|soucis /
    aucun probleme|souci / pourquoi pas / allez y / vas y $ / allons y / ce est note / ce est parfait / ^ nickel / ^ super /
    ^ vendu / je veux bien / ^ effectivement / ^ affirmatif / ^ evidemment / ^ carrement / on fait comme ca / faisons comme ca /
    ^ top $ / je prends $ / je accepte / je suis partant|partante / ce est correct / ^ correct $ / ^ banco / ^ marche $`,
  ),
  say(
    'deny',
    `^ non / non $ / ^ pas du tout / pas question / hors de question / surtout pas / ^ jamais $ / jamais de la vie /
    pas d accord / ca va pas $ / ca me va pas / ca marche pas $ / ca me convient pas / je refuse / je veux pas $ /
    ^ absolument pas / ^ pas vraiment / ^ negatif / ^ pas maintenant / ce est pas bon / ce est pas ca / ^ aucunement /
    pas ok / ^ pas possible / ce est pas possible / je confirme pas / ^ pas ca / ce est faux $ / ce est pas moi $`,
  ),
  say(
    'hedge',
    `mouais / bof / peut etre / je sais pas / sais pas $ / on verra / faut voir / a voir / je verrai / je reflechis /
    je vais reflechir / ca depend / aucune idee / je suis pas sur|sure / pas sur|sure $ / je hesite / moyen $ / oui et non / si vous le dites`,
  ),
  say(
    'decline',
    `je prefere pas / prefere pas _ dire|repondre|parler / je prefererais pas / je veux pas _ dire|repondre|parler|en /
    pas envie de dire|repondre|parler / pas envie de en parler / ca vous regarde pas / ce est prive|personnel / ca me regarde /
    pas vos oignons / je souhaite pas repondre|dire|en|le / sans commentaire / je dirai pas / je tiens pas a dire|repondre / passons / ca vous concerne pas / prefere garder pour moi`,
  ),
  say(
    'explain_bill',
    `comprends|compris|saisis|capte __ pas|rien|que|mal __ <bill> / comprends|compris pas|rien|mal __ <bill>|chiffres|taxes|lignes|detail|total /
    explique|expliquer|expliquez|expliques __ <bill>|taxes|detail|details|ligne|lignes|total|prix / detail|details|detailler|detaillez __ <bill> /
    a quoi correspond|correspondent|sert|servent / ce est quoi _ <bill>|somme|montant|truc|ligne|taxes|taxe|frais|abonnement|ca / que est ce que __ <bill>|taxe|taxes|contribution|accise /
    ca correspond a quoi / correspond a quoi / d ou vient|viennent|sort|sortent / ca vient d ou / pourquoi je dois|doit / pourquoi __ <bill> $ / de quoi __ agit|composee /
    comment __ calcule|calculee|calculez|calculer / ca veut dire quoi / veut dire quoi / que veut dire / que signifie / signifie quoi / ce est pour quoi $ / ce est quoi cette|ce|ces|cet|votre|vos|la|le|les /
    ce est pour quelle <bill> / quelle <bill> $ / voir __ <bill> / lire __ <bill> / rien compris _ <bill> / combien $ / combien svp|exactement / combien __ je dois / ^ combien ce est|reste|coute / combien il reste / ca|ce fait|est combien / je dois combien / je vous dois combien / pourquoi vous __ reclamez|demandez|ecrivez|contactez /
    comprendre __ <bill> / aide __ comprendre / compliquee|incomprehensible|illisible $ / <bill> __ incomprehensible|compliquee|illisible|chinois`,
  ),
  say(
    'why_higher',
    `pourquoi ___ <up> / pourquoi ___ plus que / <bill>|ca|prix|tarif|conso|elle __ <up> / plus cher|chere|elevee|eleve que / d habitude __ # / avant __ payais|etait # / dernier|derniere|precedente __ etait|payais __ # /
    beaucoup|bien trop|plus cher|chere|chers|eleve|elevee / trop cher|chere|elevee / a|ont augmente|double|triple|explose / je paie|paye d habitude / comment ca se fait ___ <up> /
    ce est enorme|delirant|exorbitant / jamais eu|paye autant / pourquoi __ autant / pourquoi si|aussi cher|chere|elevee|haut / ce est plus que|qu / hausse __ <bill>|prix|tarif / ce est pas normal __ <up>|autant`,
  ),
  say(
    'promise',
    `payer|regler plus tard / payer|regler __ mois|semaine prochain|prochaine / je <can> payer|regler en # / je paie|paye|paierai|payerai|regle|reglerai|verse|verserai|ferai|fais __ # / je vais|vai payer|regler|verser|virer / je <can> __ <pay>|mettre|verser|donner|faire|virer|envoyer / je <pay>|paierai|reglerai ___ demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|prochain|prochaine|paie|salaire|mois /
    je promets|promet / je me engage / je ferai le virement|versement|paiement / je mets|mettrai|donne|donnerai # / je propose # / je <can> __ # / je <want> payer|regler|solder / je paierai|payerai|reglerai|paye|paie $ / payer|regler|verser # /
    on paiera|payera|reglera / nous paierons|reglerons / je pourrai payer|regler / je compte|pense payer|regler / je vire|virerai|envoie|enverrai # / payer __ demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|prochain|prochaine / acompte de # / ce sera paye|regle|fait / payerai|paierai quand`,
  ),
  say(
    'plan',
    `en plusieurs|deux|trois|quatre|cinq|six|dix fois / en # fois / plusieurs fois / payer petit a petit / echelonn* / etaler|etalement|etale / echeancier / # fois # / # fois sans frais /
    # par mois / # tous les mois / # chaque mois / par mois / mensualis* / mensualites / facilites? de paiement / plan de paiement|apurement|remboursement / plan $ / en # mensualites|echeances|versements|mois / sur # mois /
    pendant # mois / # mensualites|echeances / payer un peu / un peu chaque|tous|par / un delai / delai de paiement / des delais / repousser|reporter|decaler __ <pay>|paiement|date|echeance|<bill> / report de paiement / arrangement / s arranger|arranger / tout __ d un coup / pas _ tout _ payer|regler / <pay> pas _ tout / <can>? pas tout? <pay> _ tout|totalite|integralite|entier / pas tout _ <pay> / pas <pay> __ tout|totalite|integralite`,
  ),
  say(
    'pay_now',
    `<pay> maintenant|immediatement|aujourd|la|direct|directement|ligne / <pay> tout de suite / payer en ligne / payer par|avec|en carte|cb|virement|prelevement|cheque / payer par __ carte|cb|telephone / lien de|pour __ paiement|payer / lien $ / votre rib|iban /
    le rib / le iban / coordonnees bancaires / ou|comment __ <can>|faire|fait|puis|on __ payer|regler / comment payer|regler|je|on __ paie|paye|payer|regle|regler / ou payer / je <want> payer tout / je paie tout / je regle tout / tout de suite __ payer / payer $ / regler ma <bill> maintenant / je <want> payer $ / je <want> <pay> la|ma|cette <bill> $ / site de paiement / page de paiement / payer la totalite`,
  ),
  say(
    'already_paid',
    `deja <paid> / ai|a|avons|avait|ont _ <paid> / ce est|etait _ paye|regle|fait|solde / ce est deja paye|regle|fait / paiement|virement|cheque|prelevement __ parti|passe|effectue|fait|envoye|encaisse / ai|avons fait|effectue|emis __ virement|paiement|cheque|versement / ai ete preleve|preleves|debite / me avez preleve|debite|deja / vous me avez preleve / a ete paye|paye|reglee|debite|preleve|encaisse|regle / suis a jour / je dois rien / je vous dois rien / dois plus rien / preuve de paiement / deux fois __ paye|preleve|debite / paye deux fois`,
  ),
  say(
    'dispute',
    `conteste|contester|contestation|contestons / pas d accord __ <bill>|montant|chiffre|releve|conso|consommation|somme / erreur __ <bill>|montant|calcul|releve|compteur|index|somme|facturation / <bill>|montant|calcul|releve|index|conso __ faux|fausse|erreur|errone|erronee|anormal|anormale|incorrect|incorrecte / <bill>|montant|calcul|releve|index|conso __ pas normal|normale|bon|bonne|juste|correct|correcte / vous vous trompez / vous avez fait une erreur /
    ce est une erreur / il y a _ erreur / impossible __ consomme / jamais|pas consomme __ autant|ca / ai pas consomme / ce est pas ma|mon <bill>|contrat|compteur|consommation / je dois pas cette|ce|ca / pas a payer ca|cette / je paierai|payerai pas ca|cette|ce / compteur __ defectueux|casse|faux|bug* / jamais souscrit|signe|commande / pas souscrit|signe / injustifie|injustifiee / pas a moi __ <bill>|payer / litige / estimation __ fausse|trop`,
  ),
  say(
    'cannot_pay',
    `<can> pas|plus|jamais|rien le|la|les|vous|me|te|y|du? meme? <pay> / <can> meme plus|pas <pay> / <can> pas $ / pas de quoi payer|regler / pas _ argent|sous|thune|thunes|fric|moyens|budget / plus _ argent|sous|thune|thunes|un|rond / pas les moyens / plus les moyens / aucun moyen de payer / a sec $ / fauche|fauchee / dans le rouge / a decouvert /
    arrive|arrivons pas|plus _ _ payer|regler|boucler / impossible de|pour|que __ payer|regler|paie|paye / trop dur|difficile ___ payer|paye / ce est difficile|dur|complique __ moment|ce|payer|financierement / difficultes|galere|galeres __ financier*|payer|argent|paiement / difficultes / je galere / mois|moi difficile / pas possible de payer / saurai|saurais|pourrai|pourrais pas _ payer|regler / plus rien sur mon|le compte / compte __ vide|bloque|negatif / impaye* / incapable de payer / rien pour payer / peux rien payer|donner|faire|mettre|verser / pas payer $ / ai rien $ / attend|attends ma paie|paye`,
  ),
  say(
    'aid',
    `cheque energie / fsl / ccas / aide|aides __ financiere|financieres|sociale|sociales|payer|energie|etat|<bill>|possible|possibles|existe|existent / une aide / des aides / les aides / droit a __ aide|aides|cheque / fonds _ solidarite / assistante|assistant sociale|social / points? conseil budget / caf / cresus / coup de pouce / etre aide|aidee / aidez|aider moi a|pour payer / surendettement / banque de france / tarif social|solidaire / apl`,
  ),
  say(
    'payment_incident',
    `prelevement|paiement|virement|carte|cb|cheque|transaction __ rejet*|refus*|echou*|bloque*|annule|annulee|impossible|erreur|plante|plantee|bug / prelevement|paiement|virement|carte|cb|transaction __ pas passe|passee|accepte|acceptee|marche|fonctionne / rejete|rejetee|refuse|refusee __ prelevement|paiement|banque|carte / paiement|carte|cb|prelevement|ca|lien|page|site __ passe|fonctionne|marche|charge|ouvre pas / rejet de prelevement / lien __ mort|casse|marche|fonctionne / carte __ expiree|perdue|volee|bloquee|avalee / erreur __ paiement|payant|carte|site / provision insuffisante / sans provision / preleve|preleves|debite|debites trop / change|changer|change de|nouveau banque|rib|compte|iban / nouveau rib|iban|compte`,
  ),
  say(
    'moved',
    `demenag* / habite plus / changement d adresse / change d adresse / nouvelle adresse / parti|partie|quitte __ logement|appartement|appart|maison|lieux / plus dans ce|cet|le|la logement|appartement|maison / ancien|ancienne logement|appartement|adresse|maison / plus a cette adresse / etat des lieux / rendu les cles / plus le locataire / vendu la|ma|le maison|appartement`,
  ),
  say(
    'wrong_person',
    `mauvais|faux numero|destinataire|personne / trompe|trompez|trompes de numero|personne|destinataire / vous vous trompez de / erreur de numero|destinataire|personne / ce est pas _ bonne personne / pas _ bonne personne / pas le bon numero / ce est pas moi / suis pas madame|monsieur|mme|mr|m|cette|celui|celle|la|elle|lui / connais pas cette|ce|de|cet|madame|monsieur|mme|mr / connais pas $ / qui est madame|monsieur|mme|mr|ce|cette / ce est pas _ sien|mien|mon nom / pas mon nom / aucune personne de ce nom / personne de ce nom / jamais ete client|cliente / pas client|cliente chez|de|d / suis pas client|cliente / ce est plus _ numero / son numero / plus le numero`,
  ),
  say(
    'third_party',
    `suis _ fils|fille|mari|femme|epoux|epouse|mere|pere|frere|soeur|voisin|voisine|ami|amie|conjoint|conjointe|compagnon|compagne|tuteur|tutrice|curateur|curatrice|mandataire|aidant|aidante|neveu|niece|assistante|petit|petite de|d|a|sociale|familial / suis son|sa|leur fils|fille|mari|femme|epoux|epouse|mere|pere|frere|soeur|conjoint|conjointe|compagnon|compagne|tuteur|tutrice|curateur|curatrice|voisin|voisine|ami|amie|mandataire|aidant|aidante /
    pour ma mere|grand|fille|soeur|femme|voisine|compagne|tante / pour mon pere|grand|fils|frere|mari|voisin|compagnon|oncle|ami / pour mes parents / de la part de / au nom de ma|mon|madame|monsieur|mme / je appelle|ecris|appele|contacte pour ma|mon|madame|monsieur|mes / facture de ma|mon mere|pere|fils|fille|mari|femme|frere|soeur|grand|voisine|voisin / ce est sa|son fille|fils|mari|femme|mere|pere|frere|soeur|conjoint|epouse|epoux / ce est le|la mari|femme|fils|fille|tuteur|curateur|mere|pere de / sous tutelle|curatelle / suis pas le titulaire / ce est le telephone de / je paie|paye pour ma|mon|mes`,
  ),
  say(
    'deceased',
    `decede|decedee|decedes|deces|defunt|defunte / mari|femme|mere|pere|maman|papa|frere|soeur|epoux|epouse|conjoint|compagnon|compagne|fils|fille|titulaire|madame|monsieur|grand|grandmere|grandpere|mamie|papi|il|elle __ mort|morte|disparu|disparue|parti|partie|eteint|eteinte|nous $ / est mort|morte $ / est mort|morte le|en|il|hier|ce|cette / nous a quitte|quittes|quittee / perdu _ mari|femme|mere|pere|maman|papa|frere|soeur|epoux|epouse|conjoint|compagnon|compagne|fils|fille|enfant / veuf|veuve / obseques|enterrement|succession|notaire`,
  ),
  say(
    'human',
    `une|quelqu vraie? personne / ^ personne $ / ^ conseiller|conseillere|humain|agent|operateur $ / quelqu un $ / parler|discuter|voir|avoir|joindre|contacter|echanger __ <human>|quelqu|personne|vrai|vraie|telephone|humain / un|une vrai|vraie? <human> / vrai|vraie personne|humain|conseiller|etre / rappelez|rappeler moi / rappelez|rappelle me / me rappeler|rappelle|rappeliez|appeler|appelle|joindre / etre rappele|rappelee / que on me rappelle|appelle / service client / passez|passe|transferez moi / me passer|transferer / pas __ robot|machine|ordinateur / numero __ telephone|service|joindre / standard $ / parler a / <want> parler / rendez vous avec`,
  ),
  say(
    'opt_out',
    `<stopfr> de? me|nous|m|moi? <write> / <stopfr> de? moi / <stopfr> _ _ vos|les|ces|avec|tous|des? <messages> / <stopfr> de? me|nous envoyer / <stopfr> __ <messages> / <stopfr> sms|contact|pub / me|nous|m <write> plus|pas / <write> moi plus / <write> plus|jamais $ / plus me <write> / plus jamais me <write> / plus <write> $ / me|nous envoyez|envoie|envoyer plus|pas|aucun __ <messages>? / plus _ recevoir / plus aucun|de|d <messages> / veux|souhaite|voudrais plus _ <messages>|sms|recevoir|etre / pas etre contacte|contactee / plus etre contacte|contactee|derange|derangee / <want> plus etre contacte|contactee / desabonn* / desinscri* / retirez|retirer|enlevez|supprimez|effacez|rayez __ numero|liste|listes|contact|contacts / laissez|laisse|fichez|foutez|foutre moi|nous|me tranquille|paix / laissez|laisse|fichez|foutez moi|nous la paix / foutez|fichez moi|nous le camp / lachez|lache moi|nous / oubliez mon numero / me contactez|contacter|relancez|appelez plus / plus vous entendre|lire / cessez tout contact / plus de sms|messages|mails|relances`,
  ),
  say(
    'opt_in',
    '^ start $ / ^ unstop $ / reprendre|recevoir|reactiver|reactivez|remettez a? nouveau? _ <messages> / reabonn* / reinscri* / pouvez me|nous? reecrire|recontacter / recommencez a me ecrire|envoyer / ok pour recevoir|les|des <messages>',
  ),
  say(
    'repeat',
    `repete|repetez|repeter|redis|redites|redire / repete|repetez svp / pardon $ / ^ comment $ / ^ quoi $ / ^ hein $ / vous avez dit quoi / que avez vous dit / vous disiez / rien|pas entendu|entends / entends pas|rien|mal / ai pas bien entendu|entendu|saisi / une autre fois svp / encore une fois / redonne|redonner|redonnez`,
  ),
  say(
    'simpler',
    `comprends pas|rien|plus / pas compris / rien compris / ai pas bien? compris / comprends toujours pas / plus simple|simplement|clair|clairement|lentement|facile / simplement svp / trop complique|compliquee|vite / ce est complique|flou / pas clair / ^ hein $ / autrement svp / avec des mots simples / mots simples / expliquez|explique|expliquer autrement|mieux|simplement / pas tout compris / vous voulez dire quoi / que voulez vous dire / je suis perdu|perdue $ / comprends que dalle|rien`,
  ),
  say(
    'wait',
    `attends|attendez|patientez / une|deux|trois|cinq|dix|quelques|# minutes|minute|secondes|seconde $ / une minute|seconde / un instant|moment / deux|cinq|dix|# secondes|minutes $ / je reviens / je reprends|repondrai|reponds plus tard / plus tard $ / pas maintenant / je vais chercher|voir|regarder / je cherche / laissez|laisse|donnez moi __ temps|minute|minutes|seconde|secondes|reflechir|instant / bouge|bougez|quittez pas / je vous redis|rappelle|recontacte / je suis occupe|occupee|conduis|volant|travail|reunion / pas le temps / je regarde`,
  ),
  say(
    'cancel',
    `annule|annulez|annuler / laisse|laissez tomber / oublie|oubliez $ / on oublie / oubliez|oublie ca|tout|cela / on arrete la|tout / je abandonne / tant pis / finalement non|rien / retour|recommencer|recommence $ / ^ quitter $ / on laisse tomber / stop on arrete / je veux plus $ / changer d avis / change d avis`,
  ),
  say(
    'correct',
    `non plutot / plutot / finalement / en fait / je voulais dire / je me suis trompe|trompee / me suis trompe / ^ pardon / ^ non pas / erreur de ma part / ^ euh non / je rectifie / je corrige / correction / changez|changer|modifier|modifiez|change le|la|pour|en|plutot / ^ ou plutot / mettez|mets plutot / pas # mais? # / au lieu de / a la place / pas le # le`,
  ),
  say(
    'change_commitment',
    `change|changer|modifier|repousser|decaler|deplacer|reporter|annuler|retirer __ promesse|promesses|engagement|echeancier|plan|versement|versements|mensualites / tenir __ promesse|engagement|plan|echeancier|parole / pourrai|peux|pourrais pas tenir / ai promis quoi / ce que __ promis / promis combien|quand / quand __ mon|ma paiement|versement|echeance|promesse / changer|change|decaler|deplacer la|le|ma date|jour / rappeler __ promesse|engagement`,
  ),
  say(
    'are_you_a_bot',
    `<you> _ <is> __ robot|bot|machine|humain|humaine|ordinateur|ia|automate|reel|reelle|programme|chatgpt|chatbot|vraie|vrai / <is> <you> __ robot|bot|machine|humain|humaine|ordinateur|ia|automate|reel|reelle|programme|vraie|vrai|une / ce est _ robot|bot|machine|ia|automatique|humain|automate|ordinateur|repondeur / je parle a|avec __ robot|bot|machine|humain|humaine|ia|qui|ordinateur|vraie / qui est la $ / <you> <is> qui / qui <is> <you> / ^ robot|bot|ia $ / un robot $ / intelligence artificielle / ce est quoi|quelle votre|cette|comme societe|entreprise|boite / vous etes quelle|quoi comme? societe|entreprise|boite / quelle societe|entreprise|boite / comment __ eu|trouve|obtenu|recupere mon|ce numero / ou __ eu|trouve|obtenu|recupere|tenez mon|ce numero / qui me ecrit|contacte|appelle|envoie / est ce que __ arnaque|escroquerie|phishing / savoir ___ arnaque|escroquerie|phishing / ce est pas une? arnaque|escroquerie|phishing`,
  ),
  say(
    'complaint',
    `reclamation|plainte|mediateur / me plaindre / porter plainte / inadmissible|inacceptable|scandaleux|scandaleuse|scandale / ce est vraiment? une? honte|honteux|honteuse / quelle honte / ^ honteux $ / avez pas? honte / honte a vous / devriez avoir honte / harcele|harcelez|harcelement|harceler / association de consommateurs / ufc|60 millions / vous etes des __ voleurs|escrocs|arnaqueurs|incapables|nuls / voleurs|escrocs|arnaqueurs / service __ nul|deplorable|lamentable / mon avocat / saisir le? __ mediateur|justice|tribunal / je vais vous attaquer`,
  ),
  say(
    'erase_data',
    `supprimez|supprimer|effacez|effacer|efface|detruire|detruisez|oubliez __ donnees|infos|informations|historique|conversation|dossier|compte / droit a le? oubli / rgpd / cnil / mes donnees __ supprim*|efface* / donnees personnelles`,
  ),
  say(
    'consequences',
    `que se passe|passera t? il? / il se passe quoi / que est ce qui|que|il se? __ passe|arrive|risque / ca se passe comment si / qu est ce que __ risque / je risque|risques quoi|combien|gros / que est ce que je risque / quels risques / et si je __ pas / si je <pay>|<can>|paie|paye|regle pas / vous __ couper|coupez|coupe __ electricite|courant|gaz|lumiere|eau|jus / vous allez _ _ couper / couper|coupez|coupure|coupes|coupera __ electricite|courant|gaz|lumiere|eau|jus|compteur|quand|moi / coupure / etre coupe|coupee / huissier* / tribunal|justice __ aller|risque|passer / vous allez faire quoi / penalites|frais de retard / consequence|consequences / fiche|fichee a? la? banque`,
  ),
  say(
    'identify',
    'ma reference / mon numero de client|dossier|contrat|compte / reference client / voici mon|le code / le code / mon code / recu le code / pas recu _ _ code / code recu / numero client / pas _ code / recu un|votre|ce|des <messages> ___ quoi $ / ce est quoi ce|votre <messages>',
  ),
  say(
    'scam',
    'arnaque|arnaques|escroquerie|hameconnage|phishing|fishing / un|ce|du spam|scam / une fraude / un faux message|sms|mail',
  ),
  say(
    'nothing_came',
    `rien recu / recu rien / rien eu / rien __ arrive|arrivee / rien du tout $ / pas recu $ / pas recu _ _ code|sms|message / pas eu _ code|sms|message / pas _ code / code|sms|message _ pas arrive|venu|la`,
  ),
  say(
    'none',
    `me? nous? <write> moi? nous? plus tard|souvent|vite|longuement|clairement / plus de sms|messages|mails __ clairs / personne me|nous|veut|peut|repond|comprend|sait|va|vient|ici|a|est|dans|la / moins tout le monde / une personne agee|handicapee|malade|seule|fragile|proche / personne agee|handicapee|malade|en / pas de retour / une personne de plus / avec plaisir $ / comprend pas que / sans merci / dieu merci / je vous remercie pas / rendez vous chez|medecin|medical|docteur|hopital / a une voiture|plus de la moitie / a plus d un titre / non seulement / oui par contre / pas oui / numero de telephone / arret de travail / stop de bus / le? arret de bus / me laissez pas|tomber / laissez moi tranquille $ / en retard / je sais pas payer / sais pas combien / ce est vraiment? une? honte|honteux|honteuse pour moi|nous`,
  ),
]
