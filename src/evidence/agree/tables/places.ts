/** Names that languages do not merely spell in their own way, one a line: their beginnings, and after `=` whole forms. A people counts as its country. */
export const places = `
us: united-states соединенн-штат құрама-штат états-unis etats-unis vereinigte-staaten vereinigten-staaten =us =usa american америк =сша =ақш américain amerikan =u.s
uk: united-kingdom =uk britain british британ великобритан соединенн-королевств біріккен-корольді ұлыбритан royaume-uni britanni großbritannien britisch
russia: russia росси русск российск ресей russie russe russland russisch =рф =rf
china: china chinese кита қытай chine chinois chinesisch =кнр =prc =қхр
kazakhstan: kazakh казах казахстанск қазақ kasach qazaq =рк =қр
kyrgyzstan: kyrgyz кыргыз киргиз қырғыз kirghiz kirgis
uzbekistan: uzbek узбек өзбек ouzbek usbek
tajikistan: tajik таджик тәжік tadjik tadschik
turkmenistan: turkmen туркмен түрікмен turkmén
ukraine: ukrain украин украинск
belarus: belarus белорус беларус biélorus
germany: german герман немец немецк =немцы =немцев неміс allemagne allemand deutschland deutsch bundesrepublik =фрг =гфр =brd =rfa
france: france french франц frankreich französisch français
japan: japan япон жапон japon
turkey: turkey turkish турци турец турк түркия түрік turquie turc türkei türkisch türkiye
iran: iran иран
iraq: iraq ирак irak
afghanistan: afghan афган ауған
pakistan: pakistan пакистан пәкістан
india: =india indian индия индий =индии =индию =индией үндістан =inde indien indisch
poland: poland polish польш польск =поляк польша pologne polonais =polen polnisch
spain: spain spanish испан espagn spanien spanisch
italy: italy italian итал italie italien
greece: greece greek греци греч грек grèce griechen
egypt: egypt египет египт мысыр égypt ägypt
israel: israel израил израиль israël
korea: korea коре корей corée =кндр =dprk =rpdc
mongolia: mongol монгол моңғол
azerbaijan: azerbai азербайдж әзербайж aserbaid
georgia: georgia грузи грузин грузия géorgi
armenia: armenia армен армян arméni
netherlands: netherlands dutch нидерланд голланд pays-bas niederland holland
switzerland: switzerland swiss швейцар suisse schweiz
austria: austria австри autrich österreich
sweden: sweden swedish швец швед suède suédois schweden
norway: norway norwegian норвег norvèg norwegen
finland: finland finnish финлянд финск finland finnland
denmark: denmark danish дани датск danemark dänemark
europe: europe европ еуропа
asia: =asia =asian азия азиатск ази азия =asie asien
africa: africa афри afri
belgium: belgi бельги belge belgique belgien
portugal: portug португал portugies
ireland: irish ireland ирланд irland
hungary: hungar венгр венгри мажар hongr ungarn ungarisch
romania: romania румын румыни roumain rumän
bulgaria: bulgaria болгар bulgar
czechia: czech чех чехи чеш tchèque tschech
slovakia: slovak словак slowak
serbia: serb серб serbe serbisch
croatia: croat хорват kroat
estonia: eston эстон estland
latvia: latvia латв латыш letton lettland
lithuania: lithuan литв литов lituan litau
moldova: moldov молдав молдов moldau
kenya: kenya кени кения =kenianer =kenian
ethiopia: ethiop эфиоп éthiop äthiop
nigeria: nigeria нигери
uganda: ugand уганд ouganda
southafrica: south-africa южно-африк =юар =oar afrique-du-sud südafrika
morocco: morocc марокк maroc marok
algeria: algeri алжир algéri algeri
tunisia: tunisi тунис tunes
syria: syria сирий =сирия =сирии =сирию syrie syrien syrisch
lebanon: leban ливан liban
saudi: saudi саудовск-арав сауд саудовск сауд-арабия saudi-arab arabie-saoudite saoud
canada: canad канад kanad
mexico: mexic мексик mexi mexik
brazil: brazil бразил brésil brasil
argentina: argentin аргентин
chile: =chile =chilean =чили =chili
australia: australi австрал austral
vietnam: vietnam вьетнам
thailand: thai таиланд тайланд thaïland
indonesia: indones индонез indonés
philippines: philippin филиппин
gdp: =gdp =ввп =жіө =pib =bip
moscow: moscow москв мәскеу moscou moskau
beijing: beijing peking пекин бейжің pékin
kyiv: kyiv kiev киев =київ
warsaw: warsaw варшав varsovie warschau
vienna: vienna венск =вена =вене вен vienn =wien
geneva: geneva женев genève genf
rome: =rome римск =рим =риме =rom
paris: paris париж
london: london лондон londres
brussels: brussels брюссел bruxelles brüssel
prague: prague праг =prag
cologne: cologne кельн кёльн köln
munich: munich мюнхен münchen
lisbon: lisbon лиссабон lisbonne lissabon
peru: peru perú перу pérou
colombia: colombi колумби kolumbi
venezuela: venezue венесуэл vénézu
cuba: =cuba =cuban =cubans куб =kuba kubanisch cubain
libya: liby ливи =ливия libysch
yemen: yemen йемен jemen yémen
jordan: jordan иордан jordani иорданс
qatar: qatar катар katar
kuwait: kuwait кувейт koweït
malaysia: malay малайз malais
myanmar: myanmar burm мьянм birman
bangladesh: banglade бангладеш
nepal: nepal népal непал
cyprus: cypr кипр chypr zyper zypr
iceland: iceland исланд island
slovenia: sloven словен slowen slovèn
bosnia: bosni босни
albania: alban албан
ghana: ghan ган =гана
congo: congo конго kongo
tanzania: tanzan танзан
angola: angol ангол
newzealand: new-zealand новозеланд =новая-зеландия nouvelle-zélande neuseeland
scotland: scot шотланд écoss schott
wales: =wales welsh уэльс =waliser galles
kremlin: kremlin кремл kreml
strasbourg: strasb страсбур straßb
hague: hague гааг =haag haye
washington: washington вашингтон
tokyo: toky токио tokio
athens: athen афин athèn
copenhagen: copenhag копенгаген kopenhag
un: =un united-nations =оон объединенн-наци біріккен-ұлт =бұұ =onu nations-unies vereinte-nationen vereinten-nationen
eu: =eu european-union =ес евросоюз европейск-союз =ue union-européenne europäisch-union =еуроодақ =ео еуропалық-одақ
nato: =nato =нато =otan
imf: =imf =мвф =fmi =iwf =хвқ
who: =who =воз =oms =дсұ world-health-organi всемирн-организац-здравоохран дүниежүзілік-денсаулық-сақтау-ұйым weltgesundheitsorganisation
osce: =osce =обсе =еқыұ =osze
caspian: caspian касп caspien kaspisch
sco: =sco =шос =шыұ =ocs
cis: =cis =снг =тмд =cei =gus
uae: =uae =оаэ =бәә emirat эмират әмірлік émirats
isis: =isis =isil =игил =иги =даиш =daesh islamic-state исламск-государств ислам-мемлекет état-islamique islamisch-staat
csto: =csto =одкб =ұқшұ =otsc =ovks
eaeu: =eaeu =еаэс =еаэо =ueea
unhcr: =unhcr =увкб =бжкб =hcr refugee-agency верховн-комиссар-беженц
unicef: unicef юнисеф
worldbank: world-bank всемирн-банк дүниежүзілік-банк banque-mondiale weltbank
nationalbank: national-bank национальн-банк =нацбанк нацбанк ұлттық-банк banque-nationale nationalbank
redcross: red-cross красн-крест қызыл-крест қызыл-кресті croix-rouge rote-kreuz roten-kreuz
cec: =цик =осқ =cec central-election-commission центральн-избирательн-комисси орталық-сайлау-комисси commission-électorale-centrale zentrale-wahlkommission zentral-wahlkommission
knb: =кнб =ұқк =knb national-security-committee committee-national-security комитет-национальн-безопасност ұлттық-қауіпсіздік-комитет
fsb: =фсб =fsb =фққ federal-security-service федеральн-служб-безопасност
securitycouncil: security-council совет-безопасност совбез қауіпсіздік-кеңес conseil-sécurité sicherheitsrat
supremecourt: supreme-court верховн-суд жоғарғы-сот cour-suprême oberst-gericht
constitutionalcourt: constitutional-court конституционн-суд конституциялық-сот cour-constitutionnelle conseil-constitutionnel verfassungsgericht
prosecutorgeneral: prosecutor-general general-prosecutor генпрокур генеральн-прокур бас-прокур procureur-général generalstaatsanwalt
`
