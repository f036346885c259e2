import type { Language } from './language.ts'

export const de: Language = {
  tag: 'de',
  comma: true,
  capitalNouns: true,
  numbers:
    '0: null | 1: eins | 2: zwei beide beiden beider | 3: drei | 4: vier | 5: fünf | 6: sechs | 7: sieben | 8: acht | 9: neun | 10: zehn | 11: elf | 12: zwölf dutzend | 13: dreizehn | 14: vierzehn | 15: fünfzehn | 16: sechzehn | 17: siebzehn | 18: achtzehn | 19: neunzehn | 20: zwanzig | 21: einundzwanzig | 30: dreißig dreissig | 40: vierzig | 50: fünfzig | 60: sechzig | 70: siebzig | 80: achtzig | 90: neunzig',
  ordinals:
    '1: erste ersten erster erstes | 2: zweite zweiten zweiter zweites | 3: dritte dritten dritter drittes | 4: vierte vierten vierter | 5: fünfte fünften | 6: sechste sechsten | 7: siebte siebten | 8: achte achten | 9: neunte neunten | 10: zehnte zehnten',
  magnitudes:
    '100: hundert hunderte | 1000: tausend tausende tsd | 1000000: million millionen mio | 1000000000: milliarde milliarden mrd | 1000000000000: billion billionen | 10: dutzende',
  fractions:
    '0.5: hälfte halb* | 0.25: viertel | 0.3333333333: drittel | 1.5: anderthalb eineinhalb | 4: vierfach* vervierfach* | 2: zweifach* doppelt* verdoppel* zweimal | 3: dreifach* verdreifach* dreimal',
  months:
    'januar|jan|jänner februar|feb märz|maerz april|apr mai juni|jun juli|jul august|aug september|sept oktober|okt november|nov dezember|dez',
  weekdays: 'montag* dienstag* mittwoch* donnerstag* freitag* samstag*|sonnabend* sonntag*',
  relative:
    '0 day: heute | -1 day: gestern|gestrig*|am vortag | -2 day: vorgestern | 2 day: übermorgen | 1 day: morgen | 0 week: diese woche|dieser woche | -1 week: vorige woche|voriger woche|vorigen woche|letzte woche|letzter woche|letzten woche|vergangene woche|vergangener woche|vergangenen woche|vorwoche|eine woche zuvor | 1 week: nächste woche|nächster woche|nächsten woche|kommende woche|kommender woche|kommenden woche | 0 month: diesen monat|monatsende|monatsanfang|monatsbeginn|ende des monats|anfang des monats|diesem monat | -1 month: vorigen monat*|letzten monat*|vergangenen monat*|vormonat*|einen monat zuvor | 1 month: nächsten monat*|kommenden monat* | 0 year: dieses jahr|dieses jahres|laufenden jahr|laufenden jahres|jahresende|jahresbeginn|ende des jahres|anfang des jahres|diesem jahr|heuer | -1 year: ein jahr zuvor|vorjahreszeitraum|vorjahres|voriges jahr|letztes jahr|vergangenes jahr|vergangenen jahres|letzten jahres|vorjahr*|letzten jahr|vergangenen jahr|vorjahr|vorigen jahr | 1 year: nächstes jahr|kommendes jahr|nächsten jahr|nächsten jahres|kommenden jahr|kommenden jahres|folgejahr',
  signs: {
    peak: 'am meisten|am stärksten|am höchsten|am größten|am wenigsten|am niedrigsten|am häufigsten|allerwichtigst*',
    hearsay:
      'soll|sollen|glaub*|gilt als|angeblich|heißt es|offenbar|dem vernehmen|gerücht*|vermeintlich|vorgeworfen|verdacht',
    'to-come': 'wird|voraussichtlich|werden|soll|sollen',
    turned:
      'nur|erst|erstmals|selten|blieb*|bleib*|stopp*|gestoppt|abgesagt|geschlossen|verbot*|gegen|wenig*|verlor*|vermeid*|zu|noch|vor|fiel aus|fallen aus',
    none: 'nicht nur|nicht zuletzt|ohne zweifel|alles in allem|überhaupt|nicht später|vor allem',
    not: 'nicht|kein*|nie|niemals|niemand*|nichts|weder|noch nie|kaum|keinesfalls|keineswegs|nirgends|nirgendwo|nimmer|mitnichten|unmöglich|nie wieder|nicht einmal|nicht mehr|noch nicht|kein einziger',
    denies:
      'bezweifel*|zweifel*|skeptisch|steht noch aus|stehen noch aus|steht aus|scheiter*|unbekannt|ohne|fehl*|mangel*|leugne*|bestreite*|bestritt*|lehn* ab|verweiger*|weiger*|ungültig*|statt|versagt*|versäumt*|misslang*|misslingt|misslungen|verneint*|verneine*|dementier*|zurückweis*|zurückgewiesen|weist zurück|wies zurück|abgelehnt|ablehn*|verzicht*|unterließ*|unterlass*|außerstande|unfähig|anstatt|anstelle|frei von|knapp an|verpasst*|verfehlt*|entfällt|entfallen|entbehr*|abwesen*|verhinder*',
    about:
      'etwa|rund|ungefähr|circa|ca|um die|zirka|schätzungsweise|an die|größenordnung|in der größenordnung|gut und gerne|plus minus|annähernd|so um|mehr oder weniger|überschlägig',
    'at-least':
      'frühestens|nicht vor|nicht früher als|mindestens|wenigstens|mehr als|über|nicht weniger als|ab|oder mehr|und mehr|zumindest|oder länger|oder höher|oder darüber|und darüber|oder älter|oder später|oder größer|länger als|größer als|höher als|älter als|stärker als|schwerer als|teurer als|schneller als|tiefer als|später als|gut|jenseits von|jenseits der|übersteig*|überstieg*|übertr*|überschr*|nicht unter|ein minimum von|minimum|und länger|aufwärts|von über|weit über|deutlich über|min|mehr',
    'at-most':
      'höchstens|bis zu|weniger als|unter|maximal|nicht mehr als|bis|oder weniger|oder kürzer|oder darunter|und darunter|oder jünger|oder niedriger|kürzer als|kleiner als|niedriger als|jünger als|schwächer als|leichter als|billiger als|früher als|allenfalls|nicht über|ein maximum von|maximum|obergrenze|begrenzt auf|gedeckelt|unterhalb von|unterhalb der|nicht übersteig*|weit unter|deutlich unter|unterschreit*|und weniger|max|nicht mehr',
    nearly: 'etwas weniger als|etwas unter|knapp unter|fast|beinahe|knapp|nahezu|annähernd|kaum',
    only: 'nur|lediglich|ausschließlich|allein|bloß|einzig*|alleinig*|nichts als|nichts anderes|einzig und allein|ausschließlich*|beschränk*|einen einzigen|eine einzige|ein einziger|ein einziges',
    all: 'alle|allen|aller|alles|jede|jeder|jedes|jeden|jedem|ganz*|sämtlich*|immer|gesamt*|völlig|ausnahmslos|durchweg|allesamt|restlos|vollständig*|lückenlos|einhellig|einstimmig|gesamthaft|in vollem umfang|rundum|vollkommen|jedweder|jedermann|allerorten',
    most: 'meiste*|meisten|mehrheit*|größtenteils|überwiegend|hauptsächlich|vorwiegend|in erster linie|mehrzahl|großteil*|der großteil|zumeist|meist|hauptteil|im wesentlichen|in der regel|gewöhnlich|vornehmlich|zum größten teil|zum großen teil|überwiegende*|weitgehend',
    some: 'einige*|manche*|mehrere*|teil|teile|teilweise|wenige|etliche|zum teil|einzelne*|bruchteil*|minderheit*|mitunter|gelegentlich|manchmal|teils|stellenweise|etlich*|ein teil|einen teil|mancherorts',
    said: 'gab an|geben an|gibt an|deutete an|entgegnet*|erwidert*|antwortet*|räumt*|versichert*|nach angaben|nach worten|nach darstellung|seinen angaben|ihren angaben|seinen worten|ihren worten|nennt|nannte|bezeichne*|kritisier*|bestätigt*|beziffert*|sagte|sagt|sagen|erklärt*|teilte*|mitgeteilt|laut|zufolge|so|schrieb|schreibt|meint*|bericht*|kündigt*|betont*|warnt*|versprach|verspricht|gab bekannt|äußert*|fügte hinzu|behaupt*|verlautet*|verlautbar*|versicher*|beteuer*|beklag*|bemängel*|konstatier*|resümier*|referier*|schilder*|zitier*|erzähl*|räumt ein|räumte ein|rechnet vor|stellt fest|stellte fest|stellten fest|hält fest|hielt fest|weist hin|wies hin|hob hervor|hebt hervor|unterstr*|bilanzier*|prophezei*|prognostizier*|sagt voraus|sagte voraus|schätz*|geschätzt|errechn*|berechn*|meld*|gemeldet|informier*|legt dar|legte dar|nach auskunft|nach schätzung|nach schätzungen|nach berechnung|nach berechnungen|nach prognose|nach prognosen|nach erkenntnissen|nach informationen|nach aussage|nach aussagen|nach lesart|auskunft|nach einschätzung|nach meinung|nach ansicht|nach auffassung|aus sicht|nach überzeugung|nach den worten|den worten|nach den angaben|den angaben|eigenen angaben|nach eigenen|wie es heißt|hieß es|heißt es|gemäß|so der|so die|glaubt|glauben|glaubte|lobt*|gelobt|entschuldig*|verweist|verwies*|erwähn*|nennen|konter*|entgegn*|beharr*|besteht darauf|bestand darauf|rügt*|ermahn*|beton*|warn*|beschwer*|deut* an|enthüll*|verrät|verriet*|gesteh*|gestand*|bekenn*',
    stance:
      'droht|drohen|drohte|erwartet|erwarten|erwartete|will|wollen|wollte|plant|planen|plante|lehnt|weist|wies|dementier*|lehnt|lehnte|bestreite*|bestritt*|fordert|forderte|fordern|verlangt|verlangte|bezweifelt*|zweifelt*|befürchtet*|fürchtet*|begrüßt*|verurteilt*|bedauert*|hofft|hoffte|prognostiziert*|nach ansicht|nach auffassung|nach meinung|nach einschätzung|aus sicht|begründet*|hält*|hielt|wirft|warf|beklagt*|empfiehlt|rät|widerspr*|befürwort*|unterstütz*|begrüß*|billig*|akzeptier*|bekämpf*|kritisier*|missbillig*|rechnet|rechnen|rechnete|setzt auf|setzen auf|hofft auf|strebt|streben|beabsichtig*|möchte|möchten|wünscht|wünschen|wünschte|bittet|bitten|bat|wehrt|wehren|wehrte|sperrt sich|wendet|wandte|stimmt zu|stimmte zu|pocht|pochen|dringt|drängt|drängen|drängte|spricht sich|sprach sich|sorgt sich|bezichtig*|zeigt sich|zeigte sich|bevorzug*|gegen|sieht|sehen|sah',
    proven: 'erwiesen*|bewiesen*|nachgewiesen*|steht fest|zweifelsfrei',
    alleged:
      'haben soll|haben sollen|sein soll|sein sollen|angeblich|mutmaßlich*|vorgeworfen|beschuldig*|verdächtig*|behaupt*|wird vorgeworfen|vorwurf|vorwürfe|vorwirft|wirft vor|wirft ihm|wirft ihr|wirft ihnen|unter anklage|angeklagt*|bezichtig*|verdacht|unter verdacht|gilt als verdächtig|laut anklage|zur last|zur last gelegt|last|tatverdächtig*|beschuldigt*|unterstell*',
    hint: 'kündigt*|rechne*|falls|wenn|ob|kann|können|forder*|gefordert|verlang*|nötig|notwendig|entscheidung|beschluss*|angeordnet|versuch*|scheint|will|wollen|erwart*|versprach|verspricht|antrag|beantrag*|bewerb*|vorschlag*|vorgeschlag*|schlägt|plan*|plän*|absicht*|vorhaben|entwurf*|gesetzentwurf*|rät|riet|raten|empfehl*|empfiehlt|empfahl|fordert*|forderung*|soll|sollen|sollte*|muss|müssen|müsse|damit|sofern|vorausgesetzt|bedingung|vorbehalt*|erlaub*|genehmig*|zwing*|gezwung*|verpflicht*|droh*|gefahr|risik*|hofft|hoffen|hoffnung*|wunsch|wünsch*|ziel*|angebot*|bereit|eventuell*|möglich*|bitte*|bat|fürcht*|befürcht*|prüf*|zukunft|künftig*|kommend*|gäbe|hätte|wäre|würde*|könn*|könne|gegebenenfalls|dürfe|dürfte*|vorstellbar|mögen|möge|potenziell*|potentiell*|mutmaßlich|scheinbar|anzunehmen|droht|drohen|schätzungsweise|voraussichtlich|steht an|stehen an|bevorsteh*|bevor|anstehend*|demnächst|absicht|ziel|ziele|entwurf|gesetzentwurf|vorschlag|vorschlägt|möchte*|angekündigt*|ankündig*|anpeil*|peilt*|strebt|streben|avisier*|prognos*|voraus|rechnet|bereiten|im begriff|gewillt|zugesagt|zusage|verpflichtet*|kommende*|erwartet*|bietet|bot|boten|angeboten|anbiet*|fordert|fordern|forderte|verlangt|verlangen|bittet|aufruf*|aufgerufen|schlägt vor|schlug vor|vorgeschlagen|müsste*|sollte|sollten|solle|erforderlich|gehört|gehören|dringt|drängt|pocht|anmahn*|mahnt*|ratsam|anträge|bewirbt|bemüh*|strebt*|drängt*|bitte|bitten|klagt auf|setzt sich für|wirbt|werben',
    can: 'vermut*|offenbar|anscheinend|möglich*|eventuell|wohl|dürfte*|wahrscheinlich|sollte*|muss|müssen|müsste*|denkbar|womöglich|unter umständen',
    may: 'könnte*|vielleicht|möglicherweise|mag|womöglich|eventuell*|denkbar|unter umständen',
    weighed: 'prüft|prüfen|erwägt|erwägen|überleg*|diskutier*|berät|beraten|denkt über|denken über|nachdenk*',
    sought:
      'droht|drohen|drohte*|fordert*|gefordert|verlang*|versuch*|hofft|hoffen|wollte*|bittet|möchte*|beantrag*|anstreb*|appell*|plädier*',
    will: 'plan*|geplant|beabsichtig*|vorgesehen|will|wollen|soll|sollen|erwart*|versprach|verspricht|rechne*|angesetzt|terminier*|steht bevor|anstreb*',
    should: 'empfiehlt|empfohlen|rät|raten|riet|geraten|plädier*|appell*|empfehl*|empfahl*',
    decided: 'entschied*|entschieden|beschloss*|beschlossen',
  },
  joints: 'und aber dass welche obwohl während weil wenn als ob oder sondern denn',
  ranges: 'bis und - zu',
  stop: 'der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei beim mit nach seit von vom zu zum zur für über unter vor durch gegen um ohne ist sind war waren sein wird werden wurde wurden hat haben hatte hatten er sie es wir ihr ich man sich sein seine seiner seinem seinen seines ihre ihren ihrem ihres ihrer dass ob als wie so auch nur noch schon mehr sehr nicht kein keine keinen keiner keinem keines alle diese dieser dieses jahr jahre tag tage sagte ab bis rund etwa was wer wo welche welcher mit teilte so pro laut',
  endings:
    'ungen ung heiten heit keiten keit ischen ische isch lichen liche lich igen ige ig ern en er em es e s n t et te ten',
  nameEndings: 's',
  contrary: 'un in nicht',
}
