import { affairs } from './affairs.ts'

/**
 * Words that stand for each other, one thing a line, in any of the languages: beginnings of words, `=` before a whole word.
 * They let a gist be in other words, or in another language, than its passage; they are no dictionary.
 */
export const concepts = `
minister ministry премьер министр министерств министрліг ministre ministère ministeri ministerium минздрав минэнерго минфин =мид минюст минобр минсельхоз минтранс минтруд минэконом миннац минпром минкульт минкультур мининформ минцифр минспорт минэколог минприрод минстро минводресурс =мвд =іім =сім =мчс миноборон минпросвещ минторг
prime premier премьер премьер-министр
president президент президент président präsident
chief =ceo head lead leader director boss глав директор руковод началь басшы жетекш директор chef directeur leiter direktor direktorin chairman председател төраға manage manager master
deputy vice =вице заместител =зам орынбасар adjoint stellvertret
governor mayor губернатор аким әкім мэр maire gouverneur bürgermeister
government authorit state правительств власт государств үкімет билік мемлекет gouvernement état regierung staat official чиновник шенеунік
parliament mp lawmaker deputies парламент депутат député sénateur мәжіліс parlement abgeordnet
court judge tribunal суд судь сот соты juge gericht richter court
prosecut прокур прокурор procureur staatsanwalt
law statute legislat bill закон законопроект заң loi gesetz code кодекс кодекст gesetzbuch
police полиц полиция polizei gendarm
army military troop soldier armed force войск арми военн әскер armée militaire soldat truppe servicem
weapon arms оруж қару arme waffe munition
defence defense оборон қорғаныс défense verteidig миноборон
security safe безопасн қауіпсізд sécurité sicher secur protect guard защит охран қорғау күзет
terror террор террор terroris
extrem radical militant экстрем радикал
attack strike assault напад атак шабуыл attaque angriff bomb теракт
war conflict fight fought battle combat войн борьб соғыс күрес guerre krieg kampf counter
kill die dead death mortal погиб смерт умер убит қаза өлді өлім mort tué tote getötet starb fatal
injur hurt wound ранен пострад жарақат blessé verletzt
hospital clinic больниц клиник госпитал аурухана емхана hôpital krankenhaus
health medic здоровь здравоохран медиц денсаулық santé gesundheit минздрав
secretary секретар хатшы secrétaire sekretär
ambassador embassy consul консул посол посольств елші ambassad botschaft
spokesman spokeswoman spokesperson пресс-секретар
senator сенатор sénateur
king queen prince monarch корол принц патша roi reine könig
lieutenant lieut =lt лейтенант
colonel =col полковник полковн
general =gen генерал général
major =maj майор
captain =capt капитан capitaine kapitän
professor =prof профессор
doctor physician врач доктор дәрігер médecin arzt ärzt
nurse медсестр мейіргер infirmi krankenschwester pfleg
vaccin вакцин привив прививк непривит екпе вакцина impf geimpft
disease illness sick infect virus patient =cases =fälle болезн заболев вирус ауру malad krank infekt
child kid дет ребен ребён бала enfant kind
school шко мектеп école schule
univers университ институт
bank банк banque
rate price cost tariff цен ставк стоим баға мөлшерлеме құн prix taux preis zins kosten
money fund financ budget pay paid spend spent invest cash деньг бюджет финанс влож плат ақша қаржы бюджет argent geld zahl finanz investi минфин
tax налог салық impôt steuer
loan credit debt кредит долг несие қарыз dette prêt kredit schuld
trade export import торгов экспорт импорт сауда commerce handel ausfuhr
econom эконом минэконом эконом экономик экономика
industr factory plant завод фабрик промышл зауыт usine fabrik werk
company konzern концерн firm compani enterprise business компани фирм предприят компания кәсіпорын société entreprise unternehmen firma
oil petrol нефт мұнай pétrole erdöl öl
gas газ газы =gaz =gas
coal уголь угл көмір charbon kohl
copper медь мед мыс cuivre kupfer
energy power electric энерг электр énergie strom минэнерго
mine mining miner шахт рудник кеніш кен mineur bergwerk
port harbour harbor dock wharf pier berth порт причал айлақ гаван hafen quai
ship vessel boat ferry tanker tug freighter frachter суд корабл паром лодк танкер кеме қайық navire bateau schiff fähre
container контейнер conteneur
railway train rail поезд желез пойыз теміржол chemin zug bahn
airport aircraft plane flight самолет аэропорт ұшақ әуежай avion flugzeug flughafen overfl fly flew
road bridge street дорог мост жол көпір route pont straße brücke
border frontier границ погран шекара frontière grenz
customs тамож кеден douane zoll
build built construct erect put-up set-up establish creat found строит построй сооруж салу салын салды constru bâtir bau errich rebuild form
close clos shut закры жаб ferm schließ schloss geschlossen gesperrt sealed
open reopen rouvr rouvert start begin began begonn launch resum inaugurat commenc откры нача начн аш баст ouvr commenc öffn begann beginn start
end finish stop halt cease конч оконч прекрат аяқт тоқтат arrêt fin stopp ende
rise rose прибав allong prolong verläng ұзарт продл increas grow grew grown climb gain soar rais higher up-from рост вырос выраст расти увелич подня повыс өсті өскен өсе өсу көбей артты augment hauss steig stieg gestiegen zunahm wuchs extend widen further
fall fell убав shed =eased =eases =easing slow замедл verlangsam ralenti баяула recul cutting drop declin decreas lower reduc cut shrink shrank slump down сниж сниз пониж пониз подешев упал сократ уменьш азай төменде қысқар baiss diminu réduc sank gesunken rückgang fiel senk kürz
keep kept maintain remain unchang hold retain stay continu постоян остав сохран қалдыр сақта maintien gard behalt bleib beibehalt
help support aid assist back помо поддерж көмек қолда aide soutien hilf unterstütz
agree accord deal treaty contract pact соглас соглаш договор келісім шарт traité vertrag abkommen sign
meet met gather talk conference summit negotiat discuss встреч перегов совещан обсужд кездес келіссөз жиналыс réunion rencontre treffen gespräch verhandl roundtable forum held
vote elect ballot poll голос выбор дауыс сайлау élection wahl stimm
win won victor beat champion побед выигр чемпион жеңі жеңді gagn vainqueur sieg gewann gewonnen took
lose lost defeat проигр поражен ұтыл жеңіл perd niederlage verlor
match game race tournament rencontre матч игр турнир чемпионат ойын жарыс match spiel rennen
coach trainer тренер бапкер жаттықтырушы entraîneur
player striker goalkeeper runner athlete игрок вратар спортсмен ойыншы joueur spieler
team club squad команд клуб сборн құрама équipe mannschaft verein
flood inundat наводн паводк су-тасқын inondation hochwasser flut
earthquake quake землетряс жер-сілкіні séisme erdbeben
fire blaze burn пожар өрт incendie brand feuer
storm hurricane cyclone шторм бур ураган дауыл tempête sturm
accident crash collision авари апат крушен accident unfall
evacuat relocat move moved rescue эвакуир вывез спас көшір эвакуац évacu evakuier gerettet
destroy wreck ruin devastat demolish damage разруш уничтож повре қират détrui zerstör beschäd
house home dwelling building дом жилищ зда үй maison haus häuser gebäude
family famil семь отбасы famille famili
village town city settlement сел посел посёл город деревн ауыл қала village ville stadt dorf gemeinde
district region province oblast area район област регион провинц аудан облыс аймақ région province bezirk gebiet
north northern север солтүстік nord nörd
south southern юг южн оңтүстік süd sud
east eastern восток восточ шығыс est ost öst
west western запад батыс ouest west
central center centre центр орталық zentral
worker employee staff labour labor job jobless unemploy рабо сотрудник безработ жұмыс жұмыскер travail emploi arbeit beschäftigt angestellt
strike walkout забастов ереуіл grève streik
union syndic профсоюз кәсіподақ syndicat gewerkschaft
wage pay salary зарплат жалақы salaire lohn gehalt
resident inhabitant citizen people population person жител насел граждан людей тұрғын халық адам habitant personne einwohner mensch leute public civil
woman women женщ әйел femme frau
report account statement inform data сообщ отчет отчёт доклад есеп хабар rapport bericht mitteil press пресс баспасөз
newspaper gazette paper journal magazine articl газет журнал стать мақала article zeitung artikel
interview интерв сұхбат
investigat inquiry inspect probe study research examin расслед следств следоват следоват инспектор провер тергеу тексер enquête inspecteur ermittl untersuch inspektor
arrest detain jail prison custod арест задерж тюрьм қамау ұста тұтқын arrêt gefängnis verhaft
steal stole stolen theft robber украд краж похищ ұрла vol gestohlen diebstahl
fraud corrupt brib мошен взятк коррупц жемқор пара corrup betrug bestech
fine penalt punish sanction оштраф штраф санкц айыппұл amende strafe
museum paint art gallery музе картин мұражай сурет musée kunst gemälde
film movie cinema theatre theater фильм театр кино
ticket билет
student pupil studi студент оқушы étudiant
scientist expert analyst specialist учен эксперт специалист ғалым сарапшы scientifique wissenschaft experte
laborator лаборатор зертхана labor
trial experiment test испыт сынақ essai versuch
water river lake вод рек озер су өзен көл eau rivière wasser fluss see минводресурс
environment climate эколог климат environnement umwelt klima минэколог минприрод
food grain wheat harvest crop зерн пшениц урож астық егін récolte getreide ernte
farm agricultur =bauer =bauern фермер крестьян ферм сельск шаруа agricult landwirt минсельхоз ауыл-шаруашыл
want seek sought wish desire хочет стрем тіле veut
need requir necess necessary requisite нужд необход қажет besoin nécess nötig brauch critical
plan program scheme project programme intend intent intention aim plans purpose meant план программ проект жоспар бағдарлама жоба projet plan intention
propos suggest offer recommend предлож ұсын proposition vorschlag
decid decision resolv решен реши шешім décision entscheid beschluss
approv adopt pass endors ratif одобр принял утверд қабылда бекіт adopt billig verabschied
reject refus oppos deny denial declin отказ отверг отклон бас-тарт rejet refus ablehn against
allow permit let authori licen разреш позвол рұқсат autoris erlaub genehm permission
ban prohibit forbid outlaw запре тыйым interdi verbot
demand urge call appeal ask request требова призв призыв талап шақыр сұра exig demand forder aufruf
warn caution threat danger risk menace предупред угроз опасн ескерт қауіп mena risque warn droh gefahr hazard vulnerab
promise pledge vow обещ уәде prom versprech versprochen
accus alleg charge suspect обвин подозр айыпта күдік accus beschuldig verdächt
admit acknowledg recogni concede confess призна мойында admet zugeb anerkenn grant
say said tell told stat speak spoke spoken word говор сказ айт dire sag
announc declar заяв объяв мәлімде annonc erklär
believ think thought view opinion consider regard hold convinc persuad judg deem see find count rank rate terms credit мнен счита ой-пікір пікір avis meinung infer conclude
show look appear seem indicat demonstrat sign evidence reveal prove proof показ свидетельств көрсет montr zeig
know aware understand understood realiz realis знан поним біл sav wissen
cause reason because due lead result motive drive driv explain причин из-за себеп cause grund wegen justif account
use utili employ apply appli использ примен пайдалан қолдан util nutz
send sent dispatch deploy отправ посл жібер envoy schick entsandt gesandt
receiv get got obtain acquir draw drew получ ал алды reçu erhielt erhalten
give gave provid supply suppli deliver grant hand дал предостав поставк бер берді fourni liefer gab geben
buy bought purchas procur купи закуп сатып achet kauf erwerb
sell sold sale прода сату vend verkauf
return come-back came-back верн возвра қайт орал retour rückkehr zurück repay возмест
arriv enter come came reach приш прид пришл прибы келді жет arriv ankam erreich attain
leav depart left exit withdraw pull-out pullout sail уех поки вывод кет шық part abfahr verließ rückzug
join member participat enrol member вступ участ член қосыл мүше adhér beitreten mitglied
train prepar exercis educat обуч подгот жаттығу дайында form ausbild übung
equip hardware machin оборуд жабдық équip ausrüst
control command subordinat manag supervis handl контрол управл бақылау басқар contrôl kontroll leitung
watch monitor surveil observ track следи наблюд бақыла surveill überwach
search look explor survey поиск ізде cherch such
attend visit present посе присут қатыс visit besuch
attention focus emphasi stress highlight underlin вниман подчерк назар attention aufmerk
improv better enhanc strengthen bolster develop moderni upgrad reform streamlin улучш укреп развит модерн жақсар нығайт дамы améli verbesser stärk entwickl
weak poor bad worse deteriorat слаб плох нашар faible schwach schlecht
big large great huge major vast sweeping considerable significant substantial больш крупн үлкен ірі grand groß erheblich
small little minor мал небольш шағын кіші petit klein
strong firm robust powerful staunch steadfast сильн мощн күшті fort stark
fast quick rapid swift быстр скор тез жылдам rapide schnell
sulphur sulfur сер күкірт soufre schwefel
spectator audience fan зрител көрермен spectateur zuschauer
stadium стадион stade stadion
helmet каск дулыға casque helm
ship shipped shipment отгруж отправл жөнелт expédi verschifft
conceal hid hide hidden скры жасыр cach verheimlich
seize confiscat изъя конфиск тәркіл saisi beschlagnahm
new fresh modern recent нов жаңа nouveau neu
old former previous прежн стар бұрынғы ескі ancien alt ehemalig
near close neighbour neighbor adjacent сосед близк көрші жақын voisin nachbar nah
foreign international abroad external overseas иностр междунар зарубеж шетел халықаралық étranger international ausland multilateral =мид =сім
domestic national home internal local inner country countri nation внутр нацио стран отечеств ұлттык ұлттық ішкі ел national inland land pays =мвд =іім interior intérieur
cooperat partner collabor joint together сотруднич партн совмест бірлес ынтымақ серіктес coopér partenaire zusammenarbeit gemeinsam partner
different divers diverg vari различ разн әртүрлі différ unterschied
object target goal aim цель мақсат but ziel
group organi body bodi unit agency agencie structur formation organisation institut групп орган структур топ ұйым groupe gruppe organi behörde
communit society social обществ қоғам sociét gesellschaft
youth young молод жас jeune jugend
faith religi мечет дін religi
drug narcotic наркот есірткі drogue drogen
crime criminal gang преступ қылмыс crime verbrechen krimi
communicat network information систем system связ байланыс network netz
owner proprietor possess own владел собствен ие propriétaire besitzer eigentümer
pilot лоцман пилот лоцман
advance prepay аванс алдын vorschuss
void invalid nullif недействит жарамсыз nul ungültig
escape leak got-out утеч вытек fuite entwich
dismiss fire sack expel oust уволь исключ жұмыстан licenci entlass
replac substitut замен алмастыр remplac ersetz
doubt question mistrust distrust suspicio сомнен күмән doute zweifel
fear worr concern anxi alarm trouble afraid опас бояз страх қорқ алаңда crainte angst sorge
hope expect await anticipat look-forward надежд ожид үміт күт espoir hoff erwart
effect impact influenc shape affect влиян воздейств әсер effet wirkung einfluss
difficult hard challeng obstacl impediment problem трудн сложн проблем қиын мәселе diffic schwierig
task duty duties function role mission responsib part задач роль міндет рөл tâche rôle aufgabe rolle
territor land land- soil территор аумақ territoire gebiet
spread proliferat expand carry extend распростр тара propag ausbreit
hide hid conceal hidden secret undisclosed public скры жасыр cach verberg geheim
surgery operation operat операци ота opér
knee leg arm колен тізе genou
tent camp палатк шатыр tente zelt
relief rescue aid спасат құтқар secours hilf
forecast predict foresee outlook прогноз болжам prévi prognos vorhersag
compani tourist touris турист voyageur
lawful legal legitim законн заңды légal gesetzlich rechtmäßig
short lack shortage missing нехват недостат жетіспе тапшы manque mangel fehl
count tally number record register census насчит число сан compt zähl recens
quarter period season stretch сезон маусым-ы saison
weather meteorolog погод метеоролог ауа-рай météo wetter
suspended probation условн sursis bewährung шартты
opposition оппозиц opposant
lawyer attorney counsel defend адвокат адвокаты адвокат қорғаушы avocat anwalt anwält verteidiger
treasurer казначе kämmer trésori
employer работодател жұмыс-беруші employeur patron arbeitgeber
union syndicat профсоюз кәсіподақ gewerkschaft
school-place place орын место мест
service служб қызмет dienst
manufactur maker produc supplier производ изготовит өндіруші fabricant hersteller
crew sailor seaman mariner marin =équipage экипаж моряк матрос теңізші matros besatzung seeleute
surviv safe unharmed unhurt sauf sauv спасл уцелел невредим аман unverletzt gerettet
turnout =vote voter явк électeur участ participation wahlbeteiligung wähler
${affairs}`
