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
    hearsay: 'soll|sollen|glaub*|gilt als',
    'to-come': 'wird|voraussichtlich|werden|soll|sollen',
    turned:
      'nur|erst|erstmals|selten|blieb*|bleib*|stopp*|gestoppt|abgesagt|geschlossen|verbot*|gegen|wenig*|verlor*|vermeid*|zu|noch|vor|fiel aus|fallen aus',
    none: 'nicht nur|vor allem|nicht zuletzt|ohne zweifel|alles in allem|überhaupt|nicht später',
    not: 'nicht|kein*|nie|niemals|niemand*|nichts|weder|noch nie|kaum',
    denies:
      'bezweifel*|zweifel*|skeptisch|steht noch aus|stehen noch aus|steht aus|scheiter*|unbekannt|ohne|fehl*|mangel*|leugne*|bestreite*|bestritt*|lehn* ab|verweiger*|weiger*|ungültig*|statt',
    about: 'etwa|rund|ungefähr|circa|ca|um die|zirka|schätzungsweise',
    'at-least':
      'frühestens|nicht vor|nicht früher als|mindestens|wenigstens|mehr als|über|nicht weniger als|ab|oder mehr|und mehr|zumindest',
    'at-most': 'höchstens|bis zu|weniger als|unter|maximal|nicht mehr als|bis|oder weniger',
    nearly: 'fast|beinahe|knapp|nahezu|annähernd|kaum',
    only: 'nur|lediglich|ausschließlich|allein|bloß|einzig*',
    all: 'alle|allen|aller|alles|jede|jeder|jedes|jeden|jedem|ganz*|sämtlich*|immer|gesamt*|völlig',
    most: 'meiste*|meisten|mehrheit*|größtenteils|überwiegend|hauptsächlich|vorwiegend',
    some: 'einige*|manche*|mehrere*|teil|teile|teilweise|wenige|etliche|zum teil',
    said: 'gab an|geben an|gibt an|deutete an|entgegnet*|erwidert*|antwortet*|räumt*|versichert*|nach angaben|nach worten|nach darstellung|seinen angaben|ihren angaben|seinen worten|ihren worten|nennt|nannte|bezeichne*|kritisier*|bestätigt*|beziffert*|sagte|sagt|sagen|erklärt*|teilte*|mitgeteilt|laut|zufolge|so|schrieb|schreibt|meint*|bericht*|kündigt*|betont*|warnt*|versprach|verspricht|gab bekannt|äußert*|fügte hinzu|behaupt*',
    stance:
      'droht|drohen|drohte|erwartet|erwarten|erwartete|will|wollen|wollte|plant|planen|plante|lehnt|weist|wies|dementier*|lehnt|lehnte|bestreite*|bestritt*|fordert|forderte|fordern|verlangt|verlangte|bezweifelt*|zweifelt*|befürchtet*|fürchtet*|begrüßt*|verurteilt*|bedauert*|hofft|hoffte|prognostiziert*|nach ansicht|nach auffassung|nach meinung|nach einschätzung|aus sicht|begründet*|hält*|hielt|wirft|warf|beklagt*|empfiehlt|rät|widerspr*',
    proven: 'erwiesen*|bewiesen*|nachgewiesen*|steht fest|zweifelsfrei',
    alleged:
      'haben soll|haben sollen|sein soll|sein sollen|angeblich|mutmaßlich*|vorgeworfen|beschuldig*|verdächtig*|behaupt*',
    hint: 'rechne*|falls|wenn|ob|kann|können|forder*|gefordert|verlang*|nötig|notwendig|entscheidung|beschluss*|angeordnet|versuch*|scheint|will|wollen|erwart*|versprach|verspricht',
    can: 'vermut*|offenbar|anscheinend|möglich*|eventuell|wohl|dürfte*|wahrscheinlich|sollte*|muss|müssen|müsste*',
    may: 'könnte*|vielleicht|möglicherweise|mag',
    weighed: 'prüft|prüfen|erwägt|erwägen|überleg*|diskutier*|berät|beraten|denkt über|denken über|nachdenk*',
    sought: 'droht|drohen|drohte*|fordert*|gefordert|verlang*|versuch*|hofft|hoffen|wollte*|bittet|möchte*',
    will: 'plan*|geplant|beabsichtig*|vorgesehen|will|wollen|soll|sollen|erwart*|versprach|verspricht|rechne*',
    should: 'empfiehlt|empfohlen',
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
