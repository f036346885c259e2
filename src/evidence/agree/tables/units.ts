/** Units of measure, one a line: its beginnings in every language; `=` before a form that is a whole word. `a*n=b`: an a is n of the unit b. */
export const units = `
%: % =percent =pct процент пайыз pour-cent prozent =проц per-cent
bp*0.01=points: basis-point базисн-пункт базисных-пункт базалық-тармақ basispunkt
points: percentage-point процентн-пункт процентных-пункт процентные-пункт процентный-пункт процентного-пункт процентным-пункт пайыздық-тармақ points-de-pourcentage prozentpunkt =п.п
usd: $ dollar доллар =usd us$ долл
eur: € =euro =euros евро =eur еуро
gbp: £ pound фунт sterling =gbp livre-sterling
kzt: ₸ tenge тенге теңге =kzt
rub: ₽ ruble rouble рубл рубль =rub =руб rubel
cny: yuan юан =cny renminbi
jpy: ¥ =yen иен йен
chf: =chf franc франк
inr: rupee рупи
try: lira лир
m: =metre =metres =meter =meters метр mètre metern =м
km*1000=m: kilomet километр kilomètre шақырым =km =км
mi: =mile =miles мил =meile =meilen
cm*0.01=m: centimet сантиметр centimètre zentimeter =cm =см
ft: =foot =feet фут
inch*0.0254=m: =inch =inches дюйм =zoll =pouce =pouces
yd*0.9144=m: =yard =yards ярд
sqm: =m² =м² square-met sq-m quadratmeter mètre-carr mètres-carr кв-м квадратный-метр квадратного-метр квадратных-метр квадратными-метр шаршы-метр
sqkm*1000000=sqm: =km² =км² square-kilom sq-km sq-kilom quadratkilometer kilomètre-carr kilomètres-carr кв-км квадратный-километр квадратного-километр квадратных-километр квадратными-километр шаршы-километр шаршы-шақырым
ha*10000=sqm: hectare гектар hektar =ha =га
acre*4046.86=sqm: =acre =acres акр
ckm*1000000000000=l: =km³ =км³ cubic-kilom kubikkilometer kilomètre-cube kilomètres-cube кубический-километр кубического-километр кубических-километр текше-километр
cbm*1000=l: =m³ =м³ cubic-met cu-m kubikmeter mètre-cube mètres-cube куб-м кубометр кубический-метр кубического-метр кубических-метр кубическими-метр текше-метр
t*1000=kg: tonne =ton =tons тонн тонна =т =t
kt*1000000=kg: =kt =кт
mt*1000000000=kg: =mt =мт
kg: kilogram =kilo =kilos килограмм =kg =кг kilo
g*0.001=kg: =gram =grams =gramme грамм
l: litre =liter =liters =litres литр
teu: container контейнер conteneur standardcontainer =teu
bbl: barrel baril barril баррел fass
mw: megawatt мегаватт =mw =мвт
gw*1000=mw: gigawatt гигаватт =gw =гвт
kwh: kilowatt-hour kilowatt-stunde kilowattstunde kilowattheure киловатт-час =kwh киловатт квтч квт-ч
mwh*1000=kwh: megawatt-hour megawatt-stunde megawattstunde mégawattheure megawattheure мегаватт-час =mwh мвтч мвт-ч
gwh*1000000=kwh: gigawatt-hour gigawattstunde gigawattheure гигаватт-час =gwh гвтч
twh*1000000000=kwh: terawatt-hour terawattstunde térawattheure тераватт-час =twh твтч
gal*3.785=l: gallon галлон
deg: =°c =°с =°f =degree =degrees градус grad degré
sec: =second =seconds секунд sekunde seconde =сек
min: =minute =minutes минут минуты minuten
hour*60=min: =hour =hours =час =часа =часов =часам сағат heure =stunde =stunden
day: =day =days =день =дня =дней =днях =сутки =суток күн =jour =jours =tag =tage =tagen
fortnight*14=day: fortnight екі-апта
week*7=day: =week =weeks недел =апта =аптадан =semaine =semaines =woche =wochen
month: =month =months =месяц =месяца =месяцев =месяцам =ай =айда =айға =айдан =mois =monat =monate =monaten
year*12=month: =year =years =год =года =лет =годам жыл =an =ans =année =années =jahr =jahre =jahren
semester*6=month: полугоди semestre halbjahr жартыжылд
decade*120=month: =decade =decades десятилет онжылдық décennie jahrzehnt
century*1200=month: =century =centuries =век =века =веков =ғасыр =siècle =siècles jahrhundert
`
