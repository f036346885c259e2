import type { Language } from './language.ts'

export const fr: Language = {
  tag: 'fr',
  comma: true,
  numbers:
    '0: zéro | 2: deux | 3: trois | 4: quatre | 5: cinq | 6: six | 7: sept | 8: huit | 9: neuf | 10: dix dizaine | 11: onze | 12: douze douzaine | 13: treize | 14: quatorze | 15: quinze quinzaine | 16: seize | 17: dix-sept | 18: dix-huit | 19: dix-neuf | 20: vingt vingtaine | 30: trente trentaine | 40: quarante quarantaine | 50: cinquante cinquantaine | 60: soixante soixantaine | 70: septante | 80: quatre-vingts quatre-vingt octante | 90: nonante',
  ordinals:
    '1: premier première premiers premières 1er 1re | 2: deuxième deuxièmes second seconde | 3: troisième troisièmes | 4: quatrième quatrièmes | 5: cinquième cinquièmes | 6: sixième sixièmes | 7: septième septièmes | 8: huitième huitièmes | 9: neuvième neuvièmes | 10: dixième dixièmes | 11: onzième | 12: douzième | 15: quinzième | 20: vingtième',
  magnitudes:
    '100: cent cents centaine centaines | 1000: mille millier milliers | 1000000: million millions mio | 1000000000: milliard milliards mrd | 10: dizaines',
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
    none: 'non seulement|pas seulement|avant tout|après tout|sans doute|tout de même|du tout|tout à fait|ne que|au plus tard|pas moins|en tout',
    not: 'ne|n|pas|non|jamais|aucun|aucune|rien|personne ne|ni|nul|nulle|guère|plus aucun*',
    denies:
      'doute que|doutent que|sceptique*|échou*|sans|nie|nient|niait|refus*|rejette|rejettent|a rejeté|ont rejeté|rejeté la|rejeté le|rejet du|rejet de|dément*|manqu*|faute de|incapable*|contest*|absence|faute d',
    about: 'environ|avoisin*|près de|à peu près|approximativement|autour de|quelque|quelques',
    'at-least':
      'pas avant|au moins|pas moins de|plus de|plus d|supérieur* à|au minimum|minimum|et plus|ou plus|ou davantage|dépass*',
    'at-most': 'au plus|jusqu à|jusqu au|moins de|maximum|au maximum|pas plus de|inférieur* à|ou moins',
    nearly: 'presque|frôl*|avoisin*|près de|quasi|quasiment|pratiquement|à peine',
    only: 'seulement|seul|seule|seuls|seules|uniquement|exclusivement|ne que|rien que|simplement',
    all: 'tous|toutes|tout|toute|chaque|entier*|entière*|ensemble des|totalité|toujours|intégral*',
    most: 'la plupart|majorité|surtout|principalement|essentiellement|majoritairement',
    some: 'certains|certaines|quelques|plusieurs|une partie|en partie|parfois|divers|partiellement',
    said: 'répond|répondu|répondent|réplique|rétorque|révèle|révélé|laissé entendre|laisse entendre|aux dires de|requis|requiert|plaidé|plaide|qualifi*|critiqu*|dit|disent|disait|déclar*|affirm*|selon|d après|annonc*|indiqu*|expliqu*|ajout*|précis*|estim*|soulign*|écrit|écrivait|averti*|préven*|rapport*|promis|promet|confi*|signal*|assur*|pens*|rappel*',
    stance:
      'attend|attendent|promettent|menace|menacent|menacé|veut|veulent|compte|comptent|prévoit|prévoient|refuse|refusent|refusé|rejette|rejettent|rejeté|admet|admis|juge|jugent|jugé|jugeait|trouve|trouvent|exige|exigent|exigé|réclame|réclament|réclamé|doute|doutent|redoute|redoutent|craint|craignent|salue|saluent|salué|condamne|condamnent|regrette|regrettent|regretté|nie|nient|nié|dément|démenti|reconna*|reconnu|conteste|contestent|dénonce|dénoncent|dénoncé|insinu*|reproche|s oppose|aux yeux de|de l avis de|pour sa part',
    proven: 'prouvé*|établi que|avéré*|il est certain',
    alleged: 'prétend*|accus*|présum*|soupçonn*|serait|seraient|aurait|auraient|supposé*|allég*',
    hint: 'contrai*|si|risqu*|décision|faut|demand*|exig*|nécessaire*|veut|veulent|cherch*|tent*|attend*|ordonn*|promet*|promis|doit|doivent|devrait|devraient',
    can: 'présum*|vraisemblablement|sans doute|possible*|éventuel*|probabl*|semble*|serait|aurait|doit|doivent|devrait|devraient',
    may: 'peut|peuvent|pourrait|pourraient|peut-être',
    weighed: 'envisag*|songe à|songent à|réfléchi*|étudie|étudient|examine la|examinent la|pense à|pensent à',
    sought: 'menace de|menacent de|demand*|exig*|requis|requiert|réclam*|souhait*|tent*|cherch*|espèr*|veut|veulent',
    will: 'prévo*|prévu*|compte|comptent|projet*|entend|envisag*|songe*|va examiner',
    should: 'appel* à|propos*|recommand*|réclam*',
    decided: 'décid*|résolu',
  },
  joints: 'et mais que qui dont où lorsque quand si bien parce car tandis alors ou donc puisque',
  ranges: 'à au et - jusqu',
  stop: 'le la les l un une des de d du au aux à en dans sur sous par pour avec sans et ou mais ne n pas plus que qu qui dont où ce cet cette ces c il elle ils elles on nous vous je j se s son sa ses leur leurs mon ma mes notre est sont était étaient a ont avait avaient être avoir été sera seront soit fait si comme aussi très moins tout tous toute toutes après avant entre selon dit ainsi donc alors y lui an ans année années jour jours deux fois',
  endings:
    'issements issement ements ement ations ation atrices ateurs ateur euses euse eurs eur aient ait ant antes ante ants ées és ée é er ez ir is it ifs if ives ive ités ité ismes isme istes iste aux als ale al elle elles es e s x',
  nameEndings: '',
  toCome: /^(?!opéra|caméra|choléra)\p{L}{2,}r(?:a|ont)$/u,
  done: /(?:é|ée|és|ées|i|ie|is|it|u|ue|us|ut|ait|aient)$/u,
  contrary: 'in im ir il non',
}
