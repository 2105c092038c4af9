/** Common words one letter away from a word of the grammars: never corrected. */
export const plainWords: string[] = (
  'prendre rendre tendre vendre fendre descendre attendre entendre comprendre apprendre suspendre pendant ' +
  'nourrir pourrir courir sourire pourra parler parlez passer casser laisser baisser bouche bouger ' +
  'souper louper coupe groupe soupe couple souple compte conte comptes monte montre monde monts bonne ' +
  'bonnes donne donnes sonne personnel payant payants pavant pagne pages plage place placer plaire plan ' +
  'marche marches manche manger ranger changer changes chance chances banque manque marque remarque ' +
  'relever enlever elever relais retard regard regarde garde gardes carte cartes cadre perdre merde ' +
  'mettre lettre maitre naitre autre autres notre votre quatre contre centre entre rentre ventre montrer ' +
  'trouve trouver prouver preuve preuves fleuve neuve pleuvoir pouvoir savoir avoir devoir revoir recevoir ' +
  'voisin raison maison saison liaison poison boisson poisson mission passion pension version ' +
  'temps tempo champ chant sante santes vente ventes rente rentes tente tenter pente dente lente ' +
  'ligne signe digne vigne cigne peine veine reine seine pleine plein pleines prime crime prise crise brise ' +
  'price prices prize pride bride brief chief thief think thing things thank there where these those whose ' +
  'house horse nurse purse course source force forte porte poste perte verte verre terre serre guerre ' +
  'write white while whole whose right night light might sight fight eight weight height ' +
  'would could should world words sword stock story store score scare share shape sharp spare space ' +
  'started starter station status state states stage staff stand stuff still skill spill small smell shell ' +
  'short sport spot shot shoot shoes shows showed slowed allowed followed borrowed ' +
  'money honey month mouth south north worth earth heart heard board bored bread break great treat ' +
  'later latter letter better butter matter water wafer paper pager paged caged wages pages phone phones ' +
  'alone along among above about doubt count court courts cover covers lover lower power tower ' +
  'wished wishes dishes fishes washed lashed wasted tasted lasted listed posted hosted ' +
  'lived loved moved proved mover lover liver river diver driver drives driven given giver ' +
  'close closed chose chosen frozen broken spoken taken token waken baked faked liked likes hiked bikes ' +
  'train rain brain drain grain gain main mains maint saint sain bain pain vain vains nains ' +
  'doute route toute goute boute coute coutes coute ecoute ecouter couter monter montant content contents ' +
  'parent parents patient patience silence science absence essence essences ' +
  'facteur facteurs lecteur acteur docteur moteur vendeur grandeur longueur largeur malheur bonheur ' +
  'fermer ferme former forme former forte ferait ferais serait serais verrait verrais aurait aurais saurait ' +
  'etait etais etions etiez avait avais avions aviez allait allais allions faisait disait dirait dirais ' +
  'mieux vieux lieux cieux yeux jeux feux heureux heureuse malheureux curieux ' +
  'livre livres vivre vivres suivre cuivre givre libre litre titre vitre arbitre ' +
  'ancien ancienne combien rendez fendez tendez vendez prendra prendrai viendra viendrai tiendra tiendrai ' +
  'demande demander demandez demandes commande commander amende amendes mandat mandats ' +
  'bureau niveau nouveau cadeau bateau gateau chateau tableau rideau radeau morceau ' +
  'couple couples simple exemple temple ample amples rampe lampe lampes crampe trempe ' +
  'chambre chambres chaine chaines chaise chaises chasse chasser chausse cause causes pause pauses ' +
  'affaire affaires faire faires taire maire paire paires salaire salaires taille tailles paille ' +
  'femme femmes gemme somme sommes homme hommes gomme pomme pommes tomme comme commun communs ' +
  'fille filles bille billes ville villes mille milles pille quille famille familles ' +
  'poule poules boule boules moule moules foule foules roule rouler route routes rouge rouges ' +
  'boire croire foire gloire poire noire noires loire voire voiture voitures ' +
  'paraitre connaitre disparait apparait parait parais paris parie parier parti partie parties partir ' +
  'sortir sorti sortie sortis dormir dormi dorme forme norme normes orme ' +
  'table tables cable cables sable sables fable capable coupable ' +
  'jamais janais dessus dessous dessert desert devant avant avants savant savants suivant vivant ' +
  'regler regle regles reglement reglements seule seules meule gueule ' +
  'argent urgent urgente agents argents sergent ' +
  'point points joint joints moins coins soins foins loins besoin besoins ' +
  'minute minutes menute menus venus tenus tenue venue avenue avenues revenue retenue retenues ' +
  'texte textes teste tester testes reste rester restes veste vestes geste gestes ' +
  'trente trentes vente sixty sixteen seventh people'
).split(' ')
