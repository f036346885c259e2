import type { Language } from './language.ts'

export const fr: Language = {
  tag: 'fr',
  comma: true,
  numbers:
    '0: zéro | 2: deux | 3: trois | 4: quatre | 5: cinq | 6: six | 7: sept | 8: huit | 9: neuf | 10: dix dizaine | 11: onze | 12: douze douzaine | 13: treize | 14: quatorze | 15: quinze quinzaine | 16: seize | 17: dix-sept | 18: dix-huit | 19: dix-neuf | 20: vingt vingtaine | 30: trente trentaine | 40: quarante quarantaine | 50: cinquante cinquantaine | 60: soixante soixantaine | 70: septante | 80: quatre-vingts quatre-vingt octante | 90: nonante',
  ordinals:
    '1: premier première premiers premières 1er 1re | 2: deuxième deuxièmes second seconde | 3: troisième troisièmes | 4: quatrième quatrièmes | 5: cinquième cinquièmes | 6: sixième sixièmes | 7: septième septièmes | 8: huitième huitièmes | 9: neuvième neuvièmes | 10: dixième dixièmes | 11: onzième | 12: douzième | 15: quinzième | 20: vingtième',
  magnitudes:
    '100: cent cents centaine centaines | 1000: mille millier milliers | 1000000: million millions mio | 1000000000: milliard milliards mrd md mds | 10: dizaines',
  fractions:
    '0.5: moitié demi demie | 0.25: quart quarts | 0.3333333333: tiers | 2: double doubl* | 3: triple tripl* | 4: quadrupl* | 5: quintupl* | 10: décupl*',
  months:
    'janvier|janv février|févr|fevrier mars avril|avr mai juin juillet|juil août|aout septembre|sept octobre|oct novembre|nov décembre|déc|decembre',
  weekdays: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  relative:
    '0 day: aujourd hui|ce matin|ce soir | -1 day: hier|la veille | -2 day: avant hier | 2 day: après demain | 1 day: demain | 0 week: cette semaine | -1 week: la semaine dernière|semaine dernière|semaine passée|semaine précédente|semaine plus tôt | 1 week: la semaine prochaine|semaine prochaine|semaine suivante | 0 month: ce mois|fin du mois|début du mois | -1 month: le mois dernier|mois dernier|mois passé|mois précédent|mois plus tôt | 1 month: le mois prochain|mois prochain|mois suivant | 0 year: cette année|fin d année|début d année|année en cours|de l année | -1 year: année précédente|année passée|année dernière|année écoulée|an dernier|an passé|un an avant|un an plus tôt|un an auparavant|l an passé|l an dernier|l année dernière|il y a un an | 1 year: l an prochain|l année prochaine|année prochaine|an prochain|l année suivante',
  signs: {
    hearsay: 'serait|aurait|croi*',
    'to-come': 'va|vont|sera|seront',
    turned:
      'seulement|seul|seuls|seule|première fois|rare*|rest*|arrêt*|suspend*|annul*|ferm*|interdi*|contre|peu|perd*|évit*|trop|reporté*|encore|avant',
    none: 'non seulement|pas seulement|après tout|sans doute|tout de même|du tout|tout à fait|ne que|au plus tard|pas moins|en tout|avant tout',
    not: 'ne|n|pas|non|jamais|aucun|aucune|rien|personne ne|ni|nul|nulle|guère|plus aucun*',
    denies:
      'doute que|doutent que|sceptique*|échou*|sans|nie|nient|niait|refus*|rejette|rejettent|a rejeté|ont rejeté|rejeté la|rejeté le|rejet du|rejet de|dément*|manqu*|faute de|incapable*|contest*|absence|faute d|incapable|impossible|privé* de|renonc*|refuse|refusent|rejeté|rejetée|rejetés|écart* l|débouté*|raté|rate|manqué|démenti*|déni|nié|contesté|à défaut de|au lieu de|plutôt que|dépourvu*|exempt*|abstenu*|abstien*|absent|absente|absents|interdit de|empêch*|à court de',
    about:
      'environ|avoisin*|près de|à peu près|approximativement|autour de|quelque|quelques|à peu de chose près|grosso modo|aux alentours de|alentours de|approximatif*|aux environs de|en gros|de l ordre de|peu ou prou',
    'at-least':
      'pas avant|au moins|pas moins de|plus de|plus d|supérieur* à|au minimum|minimum|et plus|ou plus|ou davantage|dépass*|au delà de|au delà du|delà de|delà des|delà du|minimum de|un minimum de|au bas mot|supérieur*|plus que|et davantage|et au delà|ou au delà|à partir de|excéd*|passe la barre|pas inférieur*|franchi*|ou plus longtemps|au minimum de|plus longtemps que|plus haut que|davantage que|plus grand que',
    'at-most':
      'au plus|jusqu à|jusqu au|moins de|pouvant atteindre|pouvant aller jusqu à|maximum|au maximum|pas plus de|inférieur* à|ou moins|un maximum de|maximum de|au maximum de|inférieur*|ou en dessous|et moins|en dessous de|au dessous de|en deçà de|sans dépasser|plafonn*|pas au delà|dans la limite de|jusqu aux|plus petit que|plus court que|ne dépass* pas|n excèd* pas|tout au plus|moins que',
    nearly:
      'un peu moins de|légèrement inférieur* à|presque|frôl*|avoisin*|près de|quasi|quasiment|pratiquement|à peine',
    only: 'seulement|seul|seule|seuls|seules|uniquement|exclusivement|ne que|rien que|simplement|rien d autre|pas plus de|se limite|se limitent|se borne|exclusif|exclusive|à lui seul|à elle seule',
    all: 'tous|toutes|tout|toute|chaque|entier*|entière*|ensemble des|totalité|toujours|intégral*|entièrement|complètement|totalement|sans exception|à l unanimité|unanim*|aucune exception|en totalité|la totalité',
    most: 'la plupart|majorité|surtout|principalement|essentiellement|majoritairement|majorités|majoritaire*|le plus souvent|en grande partie|pour l essentiel|l essentiel|généralement|en général|d ordinaire|gros de|plupart',
    some: 'certains|certaines|quelques|plusieurs|une partie|en partie|parfois|divers|partiellement|une part|une fraction|quelques-uns|quelques-unes|une minorité|un petit nombre|par endroits|partiel*|partielle*|de temps en temps|une partie des|une partie de|pour partie',
    said: 'répond|répondu|répondent|réplique|rétorque|révèle|révélé|laissé entendre|laisse entendre|aux dires de|requis|requiert|plaidé|plaide|qualifi*|critiqu*|dit|disent|disait|déclar*|affirm*|selon|d après|annonc*|indiqu*|expliqu*|ajout*|précis*|estim*|soulign*|écrit|écrivait|averti*|préven*|rapport*|promis|promet|confi*|signal*|assur*|pens*|rappel*|constat*|concl*|conclut|conclu|martel*|insist*|plaid*|protest*|témoign*|raconte|raconté|racontent|relate|relaté|évoque|évoqué|évoquent|fait savoir|fait valoir|font valoir|fait état|font état|fait remarquer|jure|juré|lâche|lâché|glisse|glissé|confirm*|commente|commenté|admet|admis|avou*|reconnaît|reconnu|reconnaissent|souten*|soutient|soutiennent|mention*|au dire de|de l aveu de|dans les mots de|à en croire|aux yeux de|inform*|divulgu*|tweet*|félicit*|remerci*|excus*|considèr*|considér*|juge|jugé|jugent|souhait*|regrett*|déplor*|se plaint|se plaignent|plaint|accus*|dénonc*|met en garde|mettent en garde|mis en garde|mett*',
    stance:
      'attend|attendent|promettent|menace|menacent|menacé|veut|veulent|compte|comptent|prévoit|prévoient|refuse|refusent|refusé|rejette|rejettent|rejeté|admet|admis|juge|jugent|jugé|jugeait|trouve|trouvent|exige|exigent|exigé|réclame|réclament|réclamé|doute|doutent|redoute|redoutent|craint|craignent|salue|saluent|salué|condamne|condamnent|regrette|regrettent|regretté|nie|nient|nié|dément|démenti|reconna*|reconnu|conteste|contestent|dénonce|dénoncent|dénoncé|insinu*|reproche|s oppose|aux yeux de|de l avis de|pour sa part|espère|espèrent|espéré|table sur|tablent sur|mise sur|misent sur|pari*|appelle|appellent|appelé|soutient|soutiennent|soutenu|approuve|approuvent|approuvé|accepte|acceptent|accepté|désapprouv*|défend|défendent|défendu|désire|désirent|envisag*|entend|entendent|préfère|préfèrent|s attend|s attendent|se félicit*|se réjoui*|s inquiète|s inquiètent|est favorable|sont favorables|est hostile|sont hostiles|est opposé*|sont opposé*|se dit|se disent|prône|prônent|milite|militent|plaide|plaident|souhaite|souhaitent',
    proven: 'prouvé*|établi que|avéré*|il est certain',
    alleged:
      'prétend*|accus*|présum*|soupçonn*|serait|seraient|aurait|auraient|supposé*|allég*|mis en cause|mis en examen|mise en examen|poursuiv*|soupçon*|inculp*|reproch*|imput*|accusation*|d après l accusation|il est reproché|se voit reprocher|est visé|sont visés|présumé*|prétendu*',
    hint: 'conseille*|conseillé*|contrai*|si|risqu*|décision|faut|demand*|exig*|nécessaire*|veut|veulent|cherch*|tent*|attend*|ordonn*|promet*|promis|doit|doivent|devrait|devraient|propos*|projet*|prévo*|prévu*|compte|comptent|invit*|autoris*|permet*|permis|oblig*|forc*|condition|pourvu|tant que|sous réserve|offre|offres|espèr*|espoir|craint|craignent|crainte|redout*|menac*|menace|avant de|afin|pour que|en vue|éventuel*|possib*|souhait*|recommand*|vise|visent|dès que|faudr*|éventuellement|possibles|risque|risquent|potentiel*|pourra|pourront|paraît|paraissent|apparemment|pouvait|pouvaient|pu|censé*|censés|censée|fixé*|à venir|prochainement|bientôt|compt* sur|intention|engagé* à|propose|proposent|proposé|attendu*|attend|attendent|prédi*|pronosti*|destiné* à|prêt* à|prêts à|prête à|disposé*|futur*|envisage|envisagent|verra|viendra|invite|invitent|invité|presse|pressent|faudrait|faudra|milit* pour|revendiqu*|brigu*|vis* à|dépos*|requête|requêtes|postul*',
    can: 'présum*|vraisemblablement|sans doute|possible*|éventuel*|probabl*|semble*|serait|aurait|doit|doivent|devrait|devraient|susceptible*|il se pourrait',
    may: 'peut|peuvent|pourrait|pourraient|peut-être|il est possible|susceptible*|il se peut',
    weighed: 'envisag*|songe à|songent à|réfléchi*|étudie|étudient|examine la|examinent la|pense à|pensent à',
    sought:
      'menace de|menacent de|demand*|exig*|requis|requiert|réclam*|souhait*|tent*|cherch*|espèr*|veut|veulent|sollicit*|exhort*|ambitionn*',
    will: 'prévo*|prévu*|compte|comptent|projet*|entend|envisag*|songe*|va examiner|doit avoir lieu|est fixé*|sont fixé*|programm*|planifi*|s apprête|s apprêtent|en passe de|sur le point de|ambitionn*|s engage|s engagent|table sur|tablent sur',
    should: 'appel* à|propos*|recommand*|réclam*|préconis*|exhort*|prôn*',
    decided: 'décid*|résolu',
  },
  joints: 'et mais que qui dont où lorsque quand si bien parce car tandis alors ou donc puisque',
  ranges: 'à au et - jusqu',
  stop: 'le la les l un une des de d du au aux à en dans sur sous par pour avec sans et ou mais ne n pas plus que qu qui dont où ce cet cette ces c il elle ils elles on nous vous je j se s son sa ses leur leurs mon ma mes notre est sont était étaient a ont avait avaient être avoir été sera seront soit fait si comme aussi très moins tout tous toute toutes après avant entre selon dit ainsi donc alors y lui an ans année années jour jours deux fois',
  irregular:
    'élire: élu élue élus élues élira éliront | rendre: rendu rendue rendus rendues rendra rendront rend rendent | prendre: pris prise prises prendra prendront prend prennent | mettre: mis mise mises mettra mettront met mettent | faire: fait faite faits faites fera feront font | vendre: vendu vendue vendus vendues vendra vendront vend vendent | perdre: perdu perdue perdus perdra perdront perd perdent | recevoir: reçu reçue reçus reçues recevra recevront reçoit reçoivent | ouvrir: ouvert ouverte ouverts ouvertes ouvrira ouvriront ouvre ouvrent | offrir: offert offerte offerts offrira offre offrent | mourir: mort morts mourra meurt meurent | construire: construit construite construits construira construiront | détruire: détruit détruite détruits détruira | conduire: conduit conduite conduira | produire: produit produite produits produira produisent | écrire: écrit écrite écrits écrira | dire: dit dite dira diront disent | voir: vu vue vus verra verront voit voient | venir: venu venue venus viendra viendront vient viennent | tenir: tenu tenue tenus tiendra tiendront tient tiennent | obtenir: obtenu obtenue obtenus obtiendra obtiennent obtient | maintenir: maintenu maintenue maintiendra maintient | devenir: devenu devenue deviendra devient | permettre: permis permise permettra permet permettent | promettre: promis promise promettra promet promettent | conclure: conclu conclue conclus conclura | battre: battu battue battus battra bat battent | élever: élève élèvent | atteindre: atteint atteinte atteints atteindra atteignent | craindre: craint craignent | réduire: réduit réduite réduits réduira réduisent | suspendre: suspendu suspendue suspendus suspendra | répondre: répondu répondra répond répondent | attendre: attendu attendue attendra attend attendent | étendre: étendu étendue étendra | défendre: défendu défendue défend défendent | convaincre: convaincu convaincue convaincus | interdire: interdit interdite interdits interdira | lire: lu lue lira | savoir: su saura sait savent | courir: couru courra court | naître: né née nés naîtra | connaître: connu connue connaîtra | reconnaître: reconnu reconnue reconnaît reconnaissent | disparaître: disparu disparue disparus | acquérir: acquis acquise acquiert | élargir: élargi | souffrir: souffert souffre | couvrir: couvert couverte couvre | découvrir: découvert découverte découvre | joindre: joint jointe rejoint | fermer: fermera | signer: signera',
  endings:
    'issements issement ements ement ations ation atrices ateurs ateur euses euse eurs eur aient ait ant antes ante ants ées és ée é er ez ir is it ifs if ives ive ités ité ismes isme istes iste aux als ale al elle elles es e s x',
  nameEndings: '',
  toCome: /^(?!opéra|caméra|choléra)\p{L}{2,}r(?:a|ont)$/u,
  done: /(?:é|ée|és|ées|i|ie|is|it|u|ue|us|ut|ait|aient)$/u,
  contrary: 'non in im ir il',
}
