/**
 * Word classes the danger lexicon is composed of, French and English together, since people mix them.
 * Used as `<name>` in phrases; the notation is told in `lexicon.ts`.
 */
export const dangerClasses: Record<string, string> = {
  wishes:
    'veux veut voulais voulait voudrais voudrait voulu aimerais aimerait prefere preferais prefererais prefererait autant mieux vaut vaudrait faut faudrait fo fau envie envies pense pensais pensait penser songe songer songeais reve espere vivement hate besoin decide decidee tente tentee souhaite souhaitais plutot suffit reste mourrais demande prie parfois jpref* jvoud* jveu* jvoul* jpens* jsong* jesper* jrev* mieu sooner maybe should wishing',
  die: 'mourir crever claquer clamser canner',
  not: 'plus pas jamais rien aucun aucune sans',
  killing:
    'tuer pendre supprimer flinguer noyer immoler defenestrer suicider suicide buter zigouiller empoisonner egorger ouvrir',
  kills:
    'tue tuerai tuerais tuerait tuais tuerais pends pend pendrai pendrais flingue flinguerai flinguerais bute buterai noie noierai immole immolerai suicide suiciderai suiciderais suiciderait supprimerai supprimerais',
  height:
    'pont balcon toit fenetre train metro rer tram vide falaise rails voie voies seine rhone garonne loire fleuve camion viaduc barrage',
  pills:
    'cachets cachet medicaments medocs comprimes somniferes pilules gelules anxiolytiques antidepresseurs xanax lexomil doliprane paracetamol pills tablets meds medication painkillers sleeping insulin insuline',
  weapon:
    'fusil carabine couteau batte arme flingue pistolet revolver hache machette tronconneuse calibre bidon essence petrol lighter briquet molotov acide acid gun rifle shotgun knife machete bat axe crowbar hammer',
  gun: 'fusil carabine pistolet revolver flingue calibre gun rifle shotgun',
  body: 'bras cuisse cuisses jambes poignet poignets ventre peau veines arm arms wrist wrists thigh thighs legs skin veins',
  staff:
    'technicien techniciens agent agents huissier huissiers employe employes employee conseiller conseillers conseillere conseilleres directeur patron livreur facteur bonhomme gars mec type collegue collegues technician technicians engineer engineers bailiff bailiffs guy man worker workers staff adviser advisor manager',
  hurtFr:
    'tuer buter flinguer egorger crever cramer demolir defoncer massacrer planter fumer exploser frapper tabasser saigner etrangler enterrer lyncher fracasser dezinguer trouer eclater',
  hurtEn:
    'kill shoot stab hurt murder strangle smash batter slash strangle butcher slaughter gut run',
  premises:
    'agence agences bureau bureaux immeuble siege boutique locaux batiment camion camionnette voiture maison boite office offices building place shop headquarters hq van depot warehouse',
  relatives:
    'mari femme epoux epouse conjoint conjointe compagnon compagne fils fille enfants enfant frere soeur mere pere maman papa parents gosses petits famille proches mamie papi husband wife partner son daughter children kids family brother sister mother father mum mom dad parents everyone boys girls loved',
  burner:
    'barbecue barbeque bbq brasero braseros groupe generator charbon charcoal rechaud kerosene camping butane hibachi grill petrole coals firepit parasol braises plancha paraffin propane',
  indoors:
    'salon chambre chambres cuisine cave appartement appart interieur dedans couloir studio garage sejour entree maison caravane inside indoors indoor bedroom room lounge kitchen hallway hall basement garage flat cellar apartment bathroom caravan living sitting',
  livingEn: 'living live alive life existing exist being',
}
