/** More of `concepts`: what news agencies, courts and reports of the UN write of in Russian and Kazakh. */
export const affairs = `inflation инфляц
militant insurgent fighter боевик содыр combattant kämpfer
candidat кандидат үміткер kandidat
registr регистрац зарегистр тіркел тіркеу enregistr registrier
signature =sign =signed =signs =signing подпис =қолтаңба =қойды =қойған =қояды =қойылды signé unterschrift unterzeichn unterschrieb
referendum референдум référendum
observer наблюдател бақылаушы observateur beobachter
drought засух құрғақшылық sécheresse dürre
dam плотин бөген barrage staudamm talsperre
reservoir водохранилищ қойма réservoir stausee
emission выброс шығарынды émission ausstoß
measles корь кори корью қызылша rougeole masern
cholera холер тырысқақ choléra
epidemi outbreak эпидем вспышк індет өршу épidémi seuche
quarantin карантин quarantäne
migrant refugee беженц мигрант босқын réfugié flüchtling
deport expel выдвор депорт шығарыл expuls abschieb abgeschob
release freed освобожд освободи босат libér freigelass freilass
verdict sentenc condemn приговор үкім сотта condamn verdict urteil
acquit оправда ақтал acquitt freigesproch freispruch
bail залог кепіл caution kaution
appeal обжал апелляц шағым apell berufung
torture пытк пыта қинау азапта tortur folter
explosion blast explod blew взрыв взорв жарыл explos détonat
plot prevent foil thwart предотврат сорва алдын-алды déjou vereitel verhinder
drone беспилотн дрон дрон
missile rocket ракет зымыран missile rakete
hostage заложник кепілге otage geisel
ceasefire truce перемири бітім trêve waffenruh
currency валют валюта devise währung
pipeline трубопровод нефтепровод газопровод құбыр oléoduc gazoduc
deliver supply suppli поставк поставл жеткіз livr liefer belief
nuclear atom ядерн атом ядролық nucléair kernkraft
uranium уран
election избирательн выборы сайлау électoral wahlen
mosque мечет мешіт mosquée moschee
ecolog environmentalist эколог эколо écologist umweltschützer
journalist reporter журналист журналист journalist
protest rally demonstrat протест митинг наразы шеру manifest kundgebung
constitut конституц verfassung
amendment поправк түзету amendement änderung
decree =указ =указа =указом =указе =указу =указы постановлен жарлық қаулы décret dekret erlass verordnung
draft проект жоба projet entwurf
abstain воздерж қалыс abstenir abstenu enthalt enthielt
resolution резолюц қарар résolution
delegat делегац delegation délégation
witness свидетел куәгер témoin zeuge
evidence доказательств дәлел preuve beweis
suspect defendant подсуд обвиняем айыпталушы күдікті prévenu inculpé angeklagt
amnesty pardon амнист помилован рақымшылық кешірім amnistie begnadig
trade turnover товарооборот тауар-айналым саудасы échanges
level depth уровен уровн деңгей niveau pegel
privatis privatiz приватиз жекешелендір privatis
emergenc чрезвычайн төтенше urgence notstand
однозначн бір-таңбалы
brother брат =ағасы =інісі =інісін frère bruder
mother =мать =матери =матерью =ана =анасы =анасының mère mutter
=sons =сын =сына =сыну =сыном =сыновья =ұлы =ұлын =ұлының fils sohn
market базар рынок рынк marché markt
access допуст доступ кіргіз accès zugang
repair ремонт жөндеу répar reparatur
breakdown поломк сбой бұзыл panne ausfall störung
pump насос сорғы pompe pumpe
estimat оценк оцен бағала estim schätz
=passes перевал =асу =асуы =асулар =асуынан =асуларынан
student студент студент étudiant
alone одиночк жалғыз =seul =seule allein
threshold limit =norm =norms норма норму нормы нормам =норм =нормой =шегі =шегінен =шектен seuil grenzwert
свинц қорғасын plomb blei
gather collect собра собир жина rassembl recueil sammel
финансирован қаржыландыр financement finanzierung
cross пересек перешл перейти өту өтті travers überquer
house settle accommodat размест орналас héberg unterbring untergebracht
journey travel поездк выезжал ездил сапар voyage reise
assembly ассамбле жиналыс assemblée versammlung
quota квот квота
subsid субсид дотац субсидия subvention
pension пенси зейнетақы retraite rente
chômage arbeitslos жұмыссыз
strike-down annul отмен аннулир күшін-жой annul aufgehob
=poll =polls survey опрос сауалнама sondage umfrage
extradit экстрад выдач экстрадиция auslief
passport паспорт төлқұжат passeport
visa =виза =визы =визу =виз визов
citizenship гражданств азаматтық nationalité staatsangehörig
minority меньшинств азшылық minorité minderheit
language язык =тіл =тілі =тілін =тілде langue sprache
reform реформ
crisis кризис дағдарыс crise krise
profit прибыл пайда bénéfice gewinn
harvest урожа егін moisson
livestock скот =мал =малды bétail vieh
fish рыб балық poisson fisch
salt =соль =соли =тұз тұзды =sel salz
pollut загрязн ластан pollu verschmutz
waste отход қалдық déchet abfall
rain осадк дожд жаңбыр pluie regen
snow снег снега =қар =қарлы neige schnee
mountain =гор =горы =горах =тау =тауда =таулы montagne =berg =berge
desert пустын шөл désert wüste
airstrike авиаудар әуе-соққы frappe luftangriff
troops-abroad миротвор бітімгер casque friedenstrupp
recruit вербов завербов жалдан recrut rekrut anwerb
radicalis радикализ
leaflet листовк парақша tract flugblatt
ideology идеолог ideologie idéologie
prayer молитв намаз prière gebet
`
