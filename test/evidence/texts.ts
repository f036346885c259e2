/** Invented texts, for tests that change them: English, Russian, Kazakh. */
export const texts = {
  english: `The river police of Orlo sent 30,000 leaflets to the villages on 4 May 2006. Chief Inspector Ada Brandt said that they did not expect much from them.
“We cannot guard every ferry,” Brandt told the Orlo Gazette, “but we can ask people to look.” The ferries carry about 1,200 passengers a day.
According to the Ministry of Waters, two boats were stopped in April without papers. Neither the ministry nor the police named the owners, and the Gazette could not reach them.
The mayor of Karsk, Pavel Dorn, called the leaflets a waste of paper. He has never supported the river police, and he asked the council in March to cut its funds by 15 per cent.
Still, reports from the villages went up from 12 to 47 in a month. Brandt would not say how many of them led to anything.`,
  russian: `Речная полиция Орло разослала 30 000 листовок по деревням 4 мая 2006 года. Старший инспектор Ада Брандт сказала, что многого от них не ждёт.
«Мы не можем охранять каждый паром, — сказала Брандт газете «Вестник Орло», — но можем попросить людей смотреть». Паромы перевозят около 1200 пассажиров в день.
По данным министерства вод, в апреле две лодки остановили без документов. Ни министерство, ни полиция не назвали владельцев.
Мэр Карска Павел Дорн назвал листовки пустой тратой бумаги. Он никогда не поддерживал речную полицию и в марте просил совет сократить её бюджет на 15 процентов.`,
  kazakh: `Орло өзен полициясы 2006 жылғы 4 мамырда ауылдарға 30 000 үнпарақ таратты. Аға инспектор Ада Брандт олардан көп нәрсе күтпейтінін айтты.
«Біз әр паромды күзете алмаймыз, — деді Брандт «Орло жаршысы» газетіне, — бірақ адамдардан қарап жүруді сұрай аламыз». Паромдар күніне 1200 шақты жолаушы тасиды.
Су министрлігінің дерегінше, сәуірде екі қайық құжатсыз тоқтатылды. Министрлік те, полиция да иелерін атаған жоқ.
Қарсқ әкімі Павел Дорн үнпарақтарды қағазды босқа шығындау деп атады. Ол наурызда кеңестен бюджетті 15 пайызға қысқартуды сұрады.`,
} as const
